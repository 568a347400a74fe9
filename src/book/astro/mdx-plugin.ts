import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MdastPluginEntry, MdastPluginInstance, MdastVisitorContext } from 'satteri';
import type { MdxJsxFlowElement } from 'satteri';
import { fenceId } from '../page/fences.ts';
import { readInfo } from '../page/info.ts';

type Code = Parameters<NonNullable<MdastPluginInstance['code']>>[0];

/**
 * Turns the fences of a chapter into components: TypeScript into `<Snippet id>`, which finds code
 * and output in the book, its output fence into nothing, and every other fence into `<Code>`. The
 * snippet of a check has a slot there.
 */
export const bookMdastPlugin: MdastPluginEntry = ({ fileURL }) => {
  const slug = fileURL === undefined ? 'page' : basename(fileURLToPath(fileURL), '.mdx');
  let index = -1;
  return {
    name: 'book-fences',
    code(node, ctx) {
      index += 1;
      const { mode } = readInfo(...written(node)).info;
      if (mode === 'run' || mode === 'norun')
        ctx.replaceNode(
          node,
          element('Snippet', {
            id: fenceId(...written(node), slug, index),
            ...(isCheck(ctx.parent(node)) ? { slot: 'run' } : {}),
          }),
        );
      else if (mode === 'output' && followsRun(node, ctx)) ctx.removeNode(node);
      else ctx.replaceNode(node, element('Code', { code: node.value, lang: node.lang ?? 'text' }));
    },
  };
};

function isCheck(node: ReturnType<MdastVisitorContext['parent']>): boolean {
  return node !== undefined && 'name' in node && node.name === 'Check';
}

function written({ lang, meta }: Code): [lang: string, meta: string] {
  return [lang ?? '', meta ?? ''];
}

function followsRun(node: Code, ctx: MdastVisitorContext): boolean {
  const before = ctx.parent(node).children[(ctx.indexOf(node) ?? 0) - 1];
  return before?.type === 'code' && readInfo(...written(before)).info.mode === 'run';
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
