"""What people leave behind and is kept: feedback. A database of its own, never thrown away.

Unlike the knowledge, it cannot be built again from files. Every kind of record is a table in
models.py and a module beside it that stores and reads it through database.Records.
"""
