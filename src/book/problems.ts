/**
 * Every way in which the content can be wrong: one code each, with the sentence that heads it in
 * the report. Codes are stable; texts are tested verbatim.
 */
export const PROBLEMS = {
  'frontmatter-missing': 'The page has no frontmatter.',
  'frontmatter-syntax': 'The frontmatter is not valid YAML.',
  'frontmatter-key': 'A frontmatter value is missing or not what the schema asks for.',
  'page-name': 'The file name of a page cannot be an address.',
  'order-taken': 'Two pages have the same place in the book.',
  'group-unknown': 'A page stands in a group that the list of groups does not have.',
  'group-taken': 'A group stands twice in the list.',
  'more-place': 'What a first reader may leave out has not its place, or does not say what it is.',
  'check-number': 'A chapter does not end with three checks.',
  'check-options': 'A check does not offer three or four answers that differ.',
  'check-when': 'An option does not say what the run prints if it is right.',
  'check-output': 'A check has no run that prints what its key is read from.',
  'check-key': 'Not exactly one answer of a check fits what its run prints.',
  'check-stray': 'An answer is offered outside a check.',
  'check-from': 'A check brings back a page that does not come before it.',
  'check-card': 'A wrong answer names a card that there is not, or the right one names a card.',
  'check-mixes': 'A check does not say where what is wrong in it comes from.',
  'check-goal':
    'A goal of a chapter is asked by no check, or a check asks for one that there is not.',
  'check-recall': 'The checks of a chapter bring back too little of what came before it.',
  'check-term': 'A check asks with a term that nothing before it explains.',
  'check-share': 'Too many checks are alike.',
  'map-missing': 'A chapter of the guide is not on the map.',
  'map-taken': 'An id or a chapter stands twice on the map.',
  'map-route': 'A place of the map leads to no chapter.',
  'map-relation': 'A place of the map bears on a place that is not there.',
  'map-lane': 'A lane of the map is apart from itself, or nearly another.',
  'path-taken': 'Two paths have the same id.',
  'path-step': 'A path leads to no page of the site.',
  'path-twice': 'A path names a page twice.',
  'path-words': 'A path names a page that has no title of its own in the book.',
  'path-empty': 'A path names no chapter.',
  'path-back': 'A chapter leads back on a path that it belongs to.',
  'goals-missing': 'A chapter does not say what its reader can say afterwards.',
  'need-route': 'A chapter needs a chapter that does not exist.',
  'opening-words': 'A chapter does not open with a few sentences on why it matters.',
  'opening-code': 'The first listing of a chapter shows too much at once.',
  'need-circle': 'Chapters need each other in a circle.',
  'need-later': 'A chapter needs what comes later on its path.',
  'named-route': 'The code leads to a chapter that does not exist.',
  unfilled: 'A place that npm run new left for its author is not filled in.',
  'page-syntax': 'The page is not valid MDX.',
  'file-unread': 'A file cannot be read.',
  'text-encoding': 'A file is not plain text in UTF-8.',
  'page-code': 'A page holds code of its own.',
  'html-element': 'A page writes an HTML element that may not stand there.',
  'html-attribute': 'A page writes an attribute that may not stand there.',
  'component-unknown': 'A component is used that pages do not have.',
  'reasons-choice': 'A list of reasons is about nothing that triage knows.',
  'exercise-parts': 'An exercise lacks a part, or has it twice.',
  'exercise-chapter': 'An exercise belongs to a chapter that does not exist.',
  'exercise-starter': 'An exercise is solved before anybody has touched it.',
  'exercise-solution': 'The solution of an exercise does not reach its goal.',
  'fence-open': 'A fence is not closed.',
  'fence-info': 'The words after the language of a fence cannot be read.',
  'fence-mode': 'A TypeScript fence must say whether it runs.',
  'fence-id': 'A fence that runs needs an id of its own.',
  'fence-id-taken': 'The id of a fence is taken.',
  'fence-reason': 'A fence that does not run must say why.',
  'fence-fold': 'The fold marks of a fence do not pair.',
  'output-stray': 'An output fence does not follow a fence that runs.',
  'output-missing': 'A fence prints, and no output fence follows it.',
  'output-differs': 'A fence prints something else than its output fence says.',
  'output-cut': 'A fence prints more than a snippet may.',
  'throw-undeclared': 'A fence fails, and its first line does not say so.',
  'throw-absent': 'A fence is declared to fail, and does not.',
  'throw-other': 'A fence fails in another way than declared.',
  'type-error': 'A fence does not type-check against the public API.',
  'claim-source': 'A claim names a source that is not in sources.json.',
  'claim-status': 'A claim has no status, or one that is unknown.',
  'claim-searched': 'An unknown claim does not say where was searched.',
  'claim-none': 'A page states facts and ties none of them to a source.',
  'link-dead': 'A link leads to no page of the site.',
  'anchor-dead': 'A link leads to a place that its page does not have.',
  'link-external': 'An outside link is not a well-formed https address.',
  'built-link': 'A link of the built site leads nowhere.',
  'image-alt': 'An image has no text alternative.',
  'image-missing': 'An image file does not exist.',
  'figure-text': 'A figure has no text alternative.',
  'source-syntax': 'The source list is not a JSON list.',
  'source-field': 'A field of a source is missing or not what the schema asks for.',
  'source-order': 'The fields of a source are not in the order of the schema.',
  'source-id-taken': 'Two sources have the same id.',
  'list-missing': 'A list is not there or is empty, and the content needs it.',
  'data-syntax': 'A data file is not a JSON list.',
  'data-field': 'A field of an entry is missing or not what the schema asks for.',
  'data-source': 'An entry names a source that is not in sources.json.',
  'date-order': 'A date comes before the one above it.',
  'position-mail': 'A position names no mail.',
  'position-quoted': 'A position rests on the mail of another and does not say so.',
  'policy-mail': 'A policy names no patch and no mail of who is credited with it.',
  'policy-position': 'Who is credited with a policy has no position that says so.',
  'position-topic': 'A position is on a question that topics.json does not have.',
  'stance-answer': 'A stance is no answer to its question.',
  'stance-source': 'A stance rests on a source that its position does not name.',
  'stance-change': 'A stance gives up what the person did not hold.',
  'topic-chapter': 'A question leads to a chapter that does not exist.',
  'version-feature': 'A version adds what is there, or drops what is not.',
  'cpu-syntax': 'The list of CPUs is not a JSON list.',
  'cpu-field': 'A field of a CPU is missing or not what the schema asks for.',
  'cpu-source': 'A CPU names a source that is not in sources.json.',
  'observation-syntax': 'A recorded run is not valid JSON.',
  'observation-field': 'A field of a recorded run is missing or not what the schema asks for.',
  'observation-name': 'The file of a recorded run has the name of another.',
  'observation-case': 'A case stands twice in a recorded run.',
  'observation-evidence': 'A map call and the leaf of a recorded case say different things.',
  'observation-unknown': 'A page shows a recorded case that no run has.',
  'correction-erratum': 'A corrected sentence has no correction in errata.json.',
  'corrected-again': 'A sentence says again what was corrected.',
  'source-unstated': 'A source is cited, and no statement of the facts rests on it.',
  'source-uncited': 'A source is cited by nothing.',
  'claim-status-facts': 'A claim is shown as confirmed, and the facts do not confirm it.',
  'term-order': 'A term of the glossary is out of order.',
  'term-taken': 'A word stands twice in the glossary.',
  'term-see-also': 'A term of the glossary refers to a term that is not there.',
  'term-unknown': 'A page marks a term that the glossary lacks.',
  'term-undefined': 'A page uses an abbreviation that nothing defines.',
  'figure-static': 'A figure of the built site shows nothing without a script.',
} as const;

export type ProblemCode = keyof typeof PROBLEMS;

/** One thing wrong in the content, with everything its author needs to mend it. */
export interface Problem {
  code: ProblemCode;
  /** Path from the project root, with forward slashes. */
  file: string;
  /** 1-based line in that file. */
  line: number;
  /** Id of the fence, source or page key concerned, where there is one. */
  id?: string;
  /** What stands in the file, or what the run gave. */
  received: string;
  /** What should stand there. */
  expected: string;
  /** What to do, as a command or an edit. */
  remedy: string;
  /** The list of `content/data` that cannot be read because of this. */
  breaks?: string;
  /** Lists in which something was looked up and not found. */
  from?: readonly string[];
  /** How many further problems follow from this one and are not listed. */
  follow?: number;
}

/** Orders problems: first the lists that cannot be read, then by file, line and code. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return problems.toSorted(
    (a, b) =>
      Number(a.breaks === undefined) - Number(b.breaks === undefined) ||
      compare(a.file, b.file) ||
      a.line - b.line ||
      compare(a.code, b.code),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
