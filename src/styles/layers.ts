/**
 * Layers of the cascade, the weakest first: `frame` has what all figures and snippets share, `figure`
 * what is one figure's own. A rule of a page wins over one of the site whatever their selectors weigh
 * and whichever sheet is linked first.
 */
export const LAYERS = ['base', 'site', 'page', 'frame', 'figure', 'print'] as const;

/** What is used of a node of PostCSS, which comes with Vite. */
interface Node {
  readonly type: string;
  readonly name?: string;
  readonly params?: string;
  readonly nodes?: readonly Node[] | undefined;
  readonly source?: { readonly input: { readonly file?: string } };
  append(node: Node): unknown;
  prepend(node: Node): unknown;
  remove(): unknown;
  error(message: string): Error;
}
interface Helpers {
  readonly AtRule: new (rule: { name: string; params: string; nodes?: Node[] }) => Node;
}

/**
 * A PostCSS plugin. A sheet says `@layer page;` above its first rule, and all of it stands in that
 * layer; what it imports stands in its own. A sheet that names none stays above all layers. Each sheet
 * begins with the order of the layers, because a page may link any of them first.
 */
export const layers = {
  postcssPlugin: 'layers',
  Once(root: Node, { AtRule }: Helpers): void {
    const layerOf = new Map<string, string>();
    const [names = [], rules = []] = split(root.nodes ?? [], isName);
    for (const name of names) {
      const { params = '' } = name;
      if (!LAYERS.some((layer) => layer === params))
        throw name.error(`There is no layer "${params}". Name one of: ${LAYERS.join(', ')}.`);
      layerOf.set(fileOf(name), params);
      name.remove();
    }
    if (names.length === 0) return;
    let open = null as Node | null;
    for (const rule of rules) {
      const params = layerOf.get(fileOf(rule));
      if (params === undefined) {
        open = null;
        root.append(rule);
        continue;
      }
      if (open?.params !== params) {
        open = new AtRule({ name: 'layer', params, nodes: [] });
        root.append(open);
      }
      open.append(rule);
    }
    root.prepend(new AtRule({ name: 'layer', params: LAYERS.join(', ') }));
  },
};

const isName = ({ type, name, nodes }: Node): boolean =>
  type === 'atrule' && name === 'layer' && nodes === undefined;

const fileOf = ({ source }: Node): string => source?.input.file ?? '';

function split<T>(list: readonly T[], isFirst: (one: T) => boolean): [T[], T[]] {
  return [list.filter(isFirst), list.filter((one) => !isFirst(one))];
}
