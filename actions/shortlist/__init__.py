"""What is the person's own: their shortlist, notes and offers, and what is stored of them."""
