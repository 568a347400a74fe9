/** On a path there is more to do; a page that nobody came to from one loads none of it. */
const path = document.querySelector<HTMLElement>('[data-path]:not(.pager, [hidden])');
if (path) void import('./start.ts').then(({ start }) => start(path));
