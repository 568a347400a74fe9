import ts from 'typescript';
import type { Context, DeclarationReflection, ParameterReflection, Reflection } from 'typedoc';
import type { ApiEntry } from './api.ts';

/** TypeDoc resolves aliases; a reader wants the names that the source writes. */
export class Declared {
  readonly #nodes = new Map<Reflection, ts.Declaration>();
  /** What a type is, where its text only points to a value. */
  readonly #resolved = new Map<Reflection, string>();

  /** Remembers where something was declared; called by TypeDoc while it converts. */
  take(context: Context, of: Reflection): void {
    const [node] = context.getSymbolFromReflection(of)?.declarations ?? [];
    if (!node) return;
    this.#nodes.set(of, node);
    const written =
      ts.isTypeAliasDeclaration(node) || ts.isPropertySignature(node) ? node.type : null;
    if (written && /\b(typeof|keyof)\b/.test(written.getText()))
      this.#resolved.set(of, resolve(context.checker, node));
  }

  /** The declaration of a public name without its body. */
  signature(of: DeclarationReflection, kind: ApiEntry['kind']): string {
    const node = this.#nodes.get(of);
    const called = functionOf(node);
    if (called) {
      const parameters = called.parameters.map((one) => flat(one.getText())).join(', ');
      const typeParameters = called.typeParameters?.map((one) => one.getText()).join(', ');
      const generic = typeParameters === undefined ? '' : `<${typeParameters}>`;
      return `${of.name}${generic}(${parameters}): ${flat(called.type?.getText() ?? 'void')}`;
    }
    if (node && ts.isTypeAliasDeclaration(node))
      return `type ${of.name} = ${this.#resolved.get(of) ?? outdent(node.type.getText())}`;
    if (node && ts.isInterfaceDeclaration(node)) {
      const from =
        node.heritageClauses?.map((clause) => ` ${flat(clause.getText())}`).join('') ?? '';
      return `interface ${of.name}${from}`;
    }
    if (kind === 'class' || (node && ts.isClassDeclaration(node))) return `class ${of.name}`;
    return `${kind === 'constant' ? 'const ' : ''}${of.name}: ${this.type(of)}`;
  }

  /** The type of a parameter or member: as the source writes it, unless that names a type parameter. */
  type(of: DeclarationReflection | ParameterReflection): string {
    const node = this.#nodes.get(of) ?? this.#parameter(of);
    const resolved = this.#resolved.get(of);
    if (resolved !== undefined) return resolved;
    if (node && ts.isMethodDeclaration(node)) {
      const parameters = node.parameters.map((one) => flat(one.getText())).join(', ');
      return `(${parameters}) => ${flat(node.type?.getText() ?? 'void')}`;
    }
    const written = node && (ts.isPropertySignature(node) || isTyped(node)) && node.type?.getText();
    const inherited = of.isDeclaration() && of.inheritedFrom !== undefined;
    if (!written || (inherited && namesParameter(node, written))) return quotes(String(of.type));
    return flat(written);
  }

  /** Its name; of a parameter that is taken apart the names of its parts, as the source writes them. */
  name(of: DeclarationReflection | ParameterReflection): string {
    const node = this.#nodes.get(of) ?? this.#parameter(of);
    return node && ts.isParameter(node) ? flat(node.name.getText()) : of.name;
  }

  /** By its place: TypeDoc has a name of its own for one that is taken apart. */
  #parameter(of: DeclarationReflection | ParameterReflection): ts.ParameterDeclaration | undefined {
    if (!of.isParameter() || !of.parent) return;
    const at = of.parent.parameters?.indexOf(of) ?? -1;
    return functionOf(this.#nodes.get(of.parent.parent))?.parameters[at];
  }
}

/** The function of a declaration: by itself, or an arrow under a name. */
function functionOf(
  node: ts.Declaration | undefined,
): ts.FunctionDeclaration | ts.ArrowFunction | undefined {
  if (node && ts.isFunctionDeclaration(node)) return node;
  const made = node && ts.isVariableDeclaration(node) ? node.initializer : undefined;
  return made && ts.isArrowFunction(made) ? made : undefined;
}

const isTyped = (
  node: ts.Node,
): node is ts.ParameterDeclaration | ts.VariableDeclaration | ts.PropertyDeclaration =>
  ts.isParameter(node) || ts.isVariableDeclaration(node) || ts.isPropertyDeclaration(node);

function namesParameter(node: ts.Node, written: string): boolean {
  const owner = node.parent;
  const names = ts.isInterfaceDeclaration(owner) ? (owner.typeParameters ?? []) : [];
  return names.some((one) => new RegExp(`\\b${one.name.text}\\b`).test(written));
}

function resolve(checker: ts.TypeChecker, node: ts.Declaration): string {
  const type = checker.getNonNullableType(checker.getTypeAtLocation(node));
  const { NoTruncation, InTypeAlias } = ts.TypeFormatFlags;
  return quotes(checker.typeToString(type, node, NoTruncation | InTypeAlias));
}

/** Strings as the source writes them. */
const quotes = (text: string): string => text.replace(/"([^"']*)"/g, "'$1'");

const flat = (text: string): string => text.replace(/\s+/g, ' ');

/** Lines of a declaration, moved left as far as they go together. */
function outdent(text: string): string {
  const indents = [...text.matchAll(/\n( *)\S/g)].map((match) => match[1]?.length ?? 0);
  const least = indents.length === 0 ? 0 : Math.min(...indents);
  return text.replaceAll(`\n${' '.repeat(least)}`, '\n  ');
}
