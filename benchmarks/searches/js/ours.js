// Each question as the search page asks it: `{paths, answers}`, documents by their numbers.
async ([scripts, questions]) => {
  const load = (name) => import(`${scripts}${name}.js`);
  const [{ Index }, { rank }, { Normal }] = await Promise.all(["index", "ranking", "words"].map(load));
  const index = await Index.open();
  const normal = new Normal(index);
  const paths = [];
  for (let number = 0; number < index.documents; number += 1) paths.push((await index.show(number)).path);
  const answers = [];
  for (const words of questions) answers.push((await rank(index, normal.question(words))).documents);
  return { paths, answers };
}
