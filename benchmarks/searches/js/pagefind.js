// Each question, through the interface for own scripts; `shown` results are loaded as a page would.
async ([script, questions, shown]) => {
  const pagefind = await import(script);
  const answers = [];
  for (const words of questions) {
    const { results } = await pagefind.search(words);
    await Promise.all(results.slice(0, shown).map((one) => one.data()));
    answers.push(results.map(({ id }) => id));
  }
  return answers;
}
