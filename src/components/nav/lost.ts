import { CELL } from '../../figures/cells/link.ts';
import { LINK } from '../../snippets/core/link.ts';

/**
 * Names of figures that an address gives a state: `?leak=fwb:1,step:3`, `#numbers=1.value:0x44`. What is
 * no name of this site is left out, and so is an address given as a value.
 */
export function statesIn(search: string, hash: string): readonly string[] {
  const inSearch = [...new URLSearchParams(search)].flatMap(([name, value]) =>
    /^[a-z][\w-]*:(?!\/)/.test(value) ? name : [],
  );
  const [, inHash] = /^#([\w-]+)=\d+\./.exec(hash) ?? [];
  return [...inSearch, ...(inHash === undefined ? [] : [inHash])].filter((name) =>
    /^[a-z][a-z\d-]{0,40}$/.test(name),
  );
}

/** Says, under the title of the page, which part of an address leads to nothing on it. */
export async function tellLost(search: string, hash: string): Promise<void> {
  const isThere = (name: string): boolean =>
    document.querySelector(`stage-${name}, [data-name="${name}"], [name="${name}"]`) !== null;
  if (hash.startsWith(CELL) || hash.startsWith('#tables=')) {
    const { openTables } = await import('../../figures/cells/cells.ts');
    const why = openTables(hash);
    if (why !== null) (await import('../../snippets/browser/share.ts')).tell(null, why);
    return;
  }
  const forSnippet = hash.startsWith(LINK);
  const lost = statesIn(search, hash).filter(
    (name) => !(forSnippet && name === 'snippet') && !isThere(name),
  );
  if (!forSnippet && lost.length === 0) return;
  const share = await import('../../snippets/browser/share.ts');
  if (forSnippet && !isThere('snippet')) await share.deliver(hash);
  else if (lost.length > 0)
    share.tell(
      null,
      `This link leads to a state of “${lost.join('”, “')}”, which this page does not have any more. What stands here is right as it is.`,
    );
}
