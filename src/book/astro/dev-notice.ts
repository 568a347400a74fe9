/** In dev only: shows the report of the content check in a corner of the page. */
import report from 'virtual:book/report';

if (report !== null) {
  const notice = document.createElement('details');
  const summary = document.createElement('summary');
  const text = document.createElement('pre');
  summary.textContent = `Content: ${report.trimEnd().split('\n').at(-1) ?? ''}`;
  text.textContent = report;
  notice.setAttribute('role', 'status');
  notice.style.cssText =
    'position:fixed;inset:auto 1rem 1rem auto;z-index:9999;max-width:min(60rem,90vw);max-height:70vh;' +
    'overflow:auto;padding:.5rem .75rem;border:2px solid #b00;background:#fff;color:#300;font-size:14px';
  text.style.cssText = 'white-space:pre-wrap;font-size:13px;background:none;color:inherit';
  notice.append(summary, text);
  document.body.append(notice);
}
