// A Stryker plugin: leaves out what a field of an input means, in words. It is a line of help that
// decides nothing, and that nobody outside states.

/** The makers of fields in src/model/base/field.ts; their second argument is the meaning. */
const MAKERS = new Set(['flag', 'requiredFlag', 'choice', 'number', 'integer']);

function isMeaning({ key, parent, parentPath, scope }) {
  if (parent?.type === 'CallExpression') {
    const { name } = parent.callee;
    const made = scope.getBinding(name)?.path.parent.source?.value ?? '';
    return key === 1 && MAKERS.has(name) && made.endsWith('base/field.ts');
  }
  if (parent?.type !== 'ObjectProperty' || key !== 'value' || parent.key.name !== 'meaning')
    return false;
  return parentPath.parent.properties.some((property) => property.key?.name === 'accepts');
}

/** Read by Stryker. */
export const strykerPlugins = [
  {
    kind: 'Ignore',
    name: 'prose',
    value: {
      shouldIgnore: (path) =>
        /^(String|Template)Literal$/.test(path.node.type) && isMeaning(path)
          ? 'what a field means, in words'
          : undefined,
    },
  },
];
