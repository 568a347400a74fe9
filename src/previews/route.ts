/** Where the preview of a chapter stands: `/guide/mte/` has `/previews/guide-mte.png`. Others share one. */
export const previewRoute = (route: string): string =>
  /^\/(guide|reference)\/./.test(route)
    ? `/previews/${route.split('/').filter(Boolean).join('-')}.png`
    : '/preview.png';
