// Every rule of axe-core that it has not withdrawn itself, also those that are off by default.
__audit.axe = async () => {
  await __audit.drawn();
  // No colour is measured on its way to another one.
  for (const one of document.getAnimations()) one.finish();
  const rules = axe.getRules().map(({ruleId, tags}) =>
    [ruleId, {enabled: !tags.includes('deprecated')}]);
  const found = await axe.run(document, {
    rules: Object.fromEntries(rules),
    resultTypes: ['violations', 'incomplete'],
  });
  const told = list => list.map(rule => ({
    id: rule.id,
    nodes: rule.nodes.map(node => {
      const [check] = [...node.any, ...node.all, ...node.none];
      return [node.target.flat().join(' '), check ? check.message : rule.help];
    }),
  }));
  return {
    failed: told(found.violations),
    undecided: told(found.incomplete),
    passed: found.passes.map(rule => rule.id),
  };
};

__audit.axeRules = () => axe.getRules().filter(({tags}) => !tags.includes('deprecated'))
  .map(({ruleId, tags, help}) => ({id: ruleId, tags, help}));
