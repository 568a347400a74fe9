// cspell:words hypervisorcreate initiali
/** Where a program says that it opened KVM's own device, or could not. */
const OPENS = String.raw`\/dev\/kvm\b|kvm (?:kernel )?module:|initiali[sz]e kvm:|kvm object: |\bkvm(?:new|context)?\((?:kvm\()?(?=error\()|hypervisorcreate\(`;
/** What was tried ends the line, and the error stands in the next one. */
const ENDS = /\/dev\/kvm\W{0,3}$/;
const DENIED = failing(
  String.raw`permission denied|not permitted|\beacces\b|\beperm\b|\berror\(13\)|\bos error 13\b`,
);
const MISSING = failing(
  String.raw`no such (?:file|device)|does(?: not|n.t) exist|\benoent\b|\benodev\b|\benxio\b|\berror\((?:2|6|19)\)|\bos error (?:2|6|19)\b`,
);

/** The error after what was tried, as most programs say it, or right before it. */
function failing(error: string): { readonly here: RegExp; readonly next: RegExp } {
  return {
    here: new RegExp(`(?:${OPENS}).{0,120}?(?:${error})|(?:${error})\\W{1,4}\\/dev\\/kvm`),
    next: new RegExp(error),
  };
}

/**
 * How the opening of /dev/kvm failed; null where the text tells of none. A call on what was opened
 * already, as `strace -yy` prints it, is none. `text` and `before` are lines in small letters.
 */
export function openingOf(text: string, before: string): 'absent' | 'denied' | null {
  const goesOn = before.includes('/dev/kvm') && ENDS.test(before);
  if (text.includes('ioctl(') || !(goesOn || /kvm|hypervisorcreate/.test(text))) return null;
  const says = ({ here, next }: typeof DENIED) => here.test(text) || (goesOn && next.test(text));
  if (says(DENIED)) return 'denied';
  return says(MISSING) ? 'absent' : null;
}
