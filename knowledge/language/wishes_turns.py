"""Everyday wordings that lean on the conversation: drop a filter, point back, refine."""

from __future__ import annotations

from typing import Dict

REFERENCE: Dict[str, str] = {
    "it": "it; its; it's; that role; that job; that gig; the role; the job; that position; "
    "said role; same role; same one",
    "that": "that; that one; thats; that's; that thing",
    "this": "this; this one; this role; this job; this gig",
    "those": "those; those ones; those roles; those jobs; these; these ones; these roles; "
    "these jobs; "
    "the above; both of them; both; all of these; all of those",
    "list": "(back|return|returning|go back|going back|get back|take me back|bring me back|lets go "
    "back|let's go back) "
    "to (the|that|my|your|our|) (list|lists|results|options|search results|previous list|first list|last list|"
    "original list|roles list|list of roles|list of jobs); (show|give|see|bring up|pull up|repeat) (me|) "
    "(the|that|your|my) (list|results|roles|jobs|options) again; (the|that) (list|results) again; list again; "
    "(previous|last|earlier|original|prior) (list|results|search); same list; repeat (the|that) list; back to list; "
    "back to results; back to (the|) (search|roles|jobs)",
    "them": "them; they; their; all of them; any of them; the ones; the list; the rest; the others",
}
# Cues that count wherever they stand, and those that only count at the start of a message.
CUE: Dict[str, str] = {
    "only": "only; strictly; exclusively; solely; onli; limit (it|them|that|this|) to; narrow (it|"
    "them|that|this|) (down|) to; narrow (it|that|them) down; restrict (it|them|) to; "
    "filter (by|to|for)",
    "instead": "instead; switch (it|) to; change (it|that|this) to; "
    "replace (it|that) with; make (it|"
    "that); swap",
    "also": "also; as well; on top of that; additionally",
    "and_for": "same (for|but|with|thing for|question for|thing in)",
    "what_about": "what about; how about; wbt; (wat|wht|n what|whats) (about|abt|bout); "
    "whatabout; what abt; how abt; hows about",
    "actually": "scratch that; on second thought; i meant; no wait; correction",
    "again": "once more; back to",
    "more": "anything else; what else; who else; show me more; see more; more please; more results;"
    " "
    "give me more; load more; keep going; any others; any other ones; other ones; show more; "
    "others like (it|that|this)",
    "of_those": "of (those|these|them); among (those|these|them); out of (those|these|them); "
    "from (those|"
    "these|them|that list|the list); which (of those|of these|of them|ones)",
}
OPENING_CUE: Dict[str, str] = {
    "only": "just; nothing but",
    "instead": "rather; rather than",
    "also": "not only; not just; add; plus; include; including; too; oh and",
    "and_for": "and; now; ok and; okay and; and what if; what if; if; "
    "same; now for; ok now; then; ok;"
    " "
    "okay; so",
    "actually": "actually; acutally; actualy; meant; i mean; sorry; oops; "
    "wait; or rather; let's say; "
    "lets say; nope; my bad; hmm",
    "except": "except; excluding; exclude; but not; but; other than; "
    "besides; apart from; aside from;"
    " "
    "minus; without; leave out; not; no; nothing; non",
    "more": "more; next; another; another one; others; else; the rest; rest; any more; anymore; "
    "other options",
    "again": "again",
}
