"""What people leave behind and is kept: feedback, and what they save for themselves.

A database of its own, never thrown away: unlike the knowledge, it cannot be built again from
files. Every kind of record is a table in models.py and a module beside it that stores and reads
it through database.Records.
"""
