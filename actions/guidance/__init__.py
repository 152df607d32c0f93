"""The guided questions: a Rasa form, the actions that ask, and the shortlist at its end."""
