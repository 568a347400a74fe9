import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MdastPluginInput, MdastVisitorContext, MdxJsxFlowElement } from 'satteri';
import { fenceId } from './fences.ts';
import { readInfo } from './info.ts';

type Code = Readonly<Parameters<NonNullable<Visitor['code']>>[0]>;
type Visitor = Exclude<MdastPluginInput, (...args: never[]) => unknown>;

/**
 * Turns the fences of a chapter into components: TypeScript into `<Snippet id>`, which finds code
 * and output in the book, its output fence into nothing, and every other fence into `<Code>`.
 */
export const bookMdastPlugin: MdastPluginInput = () => {
  let index = -1;
  return {
    name: 'book-fences',
    code(node, ctx) {
      index += 1;
      const { mode } = infoOf(node);
      if (mode === 'run' || mode === 'norun')
        ctx.replaceNode(
          node,
          element('Snippet', { id: fenceId(written(node), slugOf(ctx), index) }),
        );
      else if (mode === 'output' && followsRun(node, ctx)) ctx.removeNode(node);
      else ctx.replaceNode(node, element('Code', { code: node.value, lang: node.lang ?? 'text' }));
    },
  };
};

function written({ lang, meta }: Code) {
  return { lang: lang ?? '', meta: meta ?? '' };
}

function infoOf(node: Code) {
  const { lang, meta } = written(node);
  return readInfo(lang, meta).info;
}

function followsRun(node: Code, ctx: MdastVisitorContext): boolean {
  const siblings = ctx.parent(node).children;
  const before = siblings[(ctx.indexOf(node) ?? 0) - 1];
  return before?.type === 'code' && infoOf(before).mode === 'run';
}

function slugOf({ fileURL }: MdastVisitorContext): string {
  return fileURL === undefined ? 'page' : basename(fileURLToPath(fileURL), '.mdx');
}

function element(name: string, attributes: Readonly<Record<string, string>>): MdxJsxFlowElement {
  return {
    type: 'mdxJsxFlowElement',
    name,
    attributes: Object.entries(attributes).map(([key, value]) => ({
      type: 'mdxJsxAttribute',
      name: key,
      value,
    })),
    children: [],
  };
}
