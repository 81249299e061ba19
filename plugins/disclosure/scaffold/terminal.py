"""Asking at a terminal: Chinese first, the choices in sight, again until an answer will do."""

from __future__ import annotations

from disclosure.scaffold.questions import Question

#: So many choices are listed one a line; of more than that only the beginning.
_MOST = 40


def ask(question: Question) -> str:
    """Ask one question. Raises `EOFError` or `KeyboardInterrupt` when nobody answers."""
    print(f"\n{question.zh}\n    {question.en}")
    for word, name in list(question.choices.items())[:_MOST]:
        print(f"    {word}  {name}".rstrip())
    if len(question.choices) > _MOST:
        print(f"    …（共 {len(question.choices)} 個 / {len(question.choices)} in all）")
    hint = f" [{question.default}]" if question.default else ""
    while True:
        answer = " ".join(input(f"{hint}> ".lstrip()).split())
        if not answer and question.default is not None:
            answer = question.default
        problem = question.refuse(answer)
        if problem is None:
            return answer
        print(f"{problem.zh}\n    {problem.en}  [{problem.rule}]")
