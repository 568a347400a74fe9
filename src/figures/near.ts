/** What counts as coming near. */
const NEAR: readonly string[] = ['pointerover', 'focusin'];

/** Calls `use` with what is loaded, which begins now at the latest; `failed` where it could not come. */
export type WhenLoaded<T> = (use: (loaded: T) => void, failed?: () => void) => void;

/**
 * whenNear loads something once, as soon as a reader comes to one of `parts`. A page that nobody touches
 * does not pay for it. What could not be loaded is tried again the next time.
 */
export function whenNear<T>(
  parts: Iterable<EventTarget>,
  load: () => Promise<T>,
  types: readonly string[] = NEAR,
): WhenLoaded<T> {
  let loading: Promise<T> | undefined;
  const whenLoaded: WhenLoaded<T> = (use, failed = () => {}) => {
    loading ??= load();
    void loading.then(use, () => {
      loading = undefined;
      failed();
    });
  };
  const near = (): void => whenLoaded(() => {});
  for (const part of parts)
    for (const type of types) part.addEventListener(type, near, { once: true });
  return whenLoaded;
}
