import { join } from 'node:path';
import {
  Application,
  Comment,
  Converter,
  ReflectionKind,
  TSConfigReader,
  type Context,
  type DeclarationReflection,
  type Reflection,
} from 'typedoc';
import { root } from '../root.ts';
import { AREAS, type ApiEntry, type ApiPart } from './api.ts';
import { Declared } from './declared.ts';

const KINDS: ReadonlyMap<ReflectionKind, ApiEntry['kind']> = new Map([
  [ReflectionKind.Function, 'function'],
  [ReflectionKind.Variable, 'constant'],
  [ReflectionKind.Class, 'class'],
  [ReflectionKind.Interface, 'interface'],
  [ReflectionKind.TypeAlias, 'type'],
]);

/** Reads the public names of the model with TypeDoc, by name. Other paths are for tests. */
export async function readApi(
  entryPoint = 'src/model/index.ts',
  tsconfig = 'src/api/tsconfig.json',
): Promise<ApiEntry[]> {
  const app = await Application.bootstrap(
    {
      entryPoints: [join(root, entryPoint)],
      tsconfig: join(root, tsconfig),
      basePath: root,
      disableGit: true,
      sourceLinkTemplate: '{path}#{line}',
      readme: 'none',
      excludeExternals: true,
      sort: ['source-order'],
      // `astro check` checks types; here only names and docstrings count.
      skipErrorChecking: true,
      logLevel: 'Error',
    },
    [new TSConfigReader()],
  );
  const declared = new Declared();
  app.converter.on(Converter.EVENT_CREATE_DECLARATION, (context: Context, of: Reflection) =>
    declared.take(context, of),
  );
  const project = await app.convert();
  if (!project?.children) throw new Error('TypeDoc found no public names.');
  return project.children
    .map((child) => entryOf(child, declared))
    .sort((a, b) => a.name.localeCompare(b.name, 'en', { sensitivity: 'base' }));
}

function entryOf(of: DeclarationReflection, declared: Declared): ApiEntry {
  const { name } = of;
  const kind = KINDS.get(of.kind);
  const source = of.sources?.[0];
  const area = AREAS.find((one) => source?.fileName.includes(`/model/${one}/`));
  if (!kind || !source || !area) throw new Error(`${name} is a ${ReflectionKind[of.kind]}.`);
  const [call] = of.signatures ?? [];

  return {
    name,
    kind,
    area,
    file: source.fileName,
    line: source.line,
    doc: docOf(call ?? of),
    signature: declared.signature(of, kind),
    parts: (call?.parameters ?? ownFirst(of)).map((part): ApiPart => ({
      name: declared.name(part),
      type: declared.type(part),
      optional: part.flags.isOptional || part.defaultValue !== undefined,
      doc: docOf((part.isDeclaration() && part.signatures?.[0]) || part),
    })),
  };
}

/** Members of an interface or class, its own before those that it inherits. */
function ownFirst({ kind, children = [] }: DeclarationReflection): DeclarationReflection[] {
  if (kind !== ReflectionKind.Interface && kind !== ReflectionKind.Class) return [];
  const shown = children.filter(({ kind: one }) => one !== ReflectionKind.Constructor);
  const inherits = (child: DeclarationReflection): number => (child.inheritedFrom ? 1 : 0);
  return shown.toSorted((a, b) => inherits(a) - inherits(b));
}

function docOf({ comment }: Reflection): string {
  return comment ? Comment.combineDisplayParts(comment.summary).trim() : '';
}
