type Control = HTMLInputElement | HTMLSelectElement;

/** Keys that a grid or a bar of steps takes; the page must not scroll by them while it loads. */
const TAKEN = /^(Arrow(Up|Down|Left|Right)|Home|End)$/;

const isControl = (target: Element): target is Control => target.matches('input, select');

/**
 * missedBy gives what gives an event again to a figure that could not answer yet: a click, a key, a
 * choice. Null for what needs no answer. The browser itself has done its part already.
 */
export function missedBy(event: Event): (() => void) | null {
  const target = event.target as Element;
  switch (event.type) {
    case 'click': {
      const button = target.closest<HTMLElement>('button, [role=gridcell]');
      return button && (() => button.click());
    }
    case 'change':
    case 'input':
      return isControl(target) ? choice(target, event.type) : null;
    case 'keydown':
      return isControl(target) ? null : pressed(event as KeyboardEvent, target);
    default:
      return null;
  }
}

/** A choice is made again as it was: an address that named another state has been read since. */
function choice(control: Control, type: string): () => void {
  const { value } = control;
  const checked = control instanceof HTMLInputElement && control.checked;
  return () => {
    control.value = value;
    if (control instanceof HTMLInputElement) control.checked = checked;
    control.dispatchEvent(new Event(type, { bubbles: true }));
  };
}

function pressed(event: KeyboardEvent, target: Element): (() => void) | null {
  const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
  if (altKey || ctrlKey || metaKey || !TAKEN.test(key)) return null;
  if (target.matches('[role=gridcell], [data-step], .vt *, .vt-proof *')) event.preventDefault();
  const init = { key, shiftKey, bubbles: true, cancelable: true };
  // A key moves the focus, and the next one is meant for where it went.
  return () => (document.activeElement ?? target).dispatchEvent(new KeyboardEvent('keydown', init));
}
