"""New records, begun for an editor: `disclosure new`.

`questions.py` knows what can be asked and when an answer will not do, `terminal.py` asks it,
`kinds/` what each kind of record needs and what its files say, `beginning.py` does it all in order.
"""
