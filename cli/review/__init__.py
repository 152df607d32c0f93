"""The review page: a draft beside its source, in the browser of the person who decides."""
