// 24 is a multiple of every number of columns that the page can have (1 to 4).
const BATCH = 24;
const videos = JSON.parse(byId('videos').textContent);
const grid = byId('grid'), more = byId('more'), form = byId('filter');

for (const video of videos) {
  video.status ??= '';
  video.day = video.created ? video.created.slice(0, 10) : '';
}

// Removes accents, so that "uber" finds "Über".
const plain = text => (/^[\0-\x7f]*$/.test(text) ? text : text.normalize('NFKD').replace(/\p{M}/gu, '')).toLowerCase();
const searchable = video => video.text ??= plain([video.name, video.prompt, video.reason, video.status, statusName(video.status), video.id].join('\n'));

const { compare } = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
const orders = {
  newest: (a, b) => (a.day === '') - (b.day === '') || (b.created > a.created ? 1 : b.created < a.created ? -1 : 0),
  oldest: (a, b) => (a.day === '') - (b.day === '') || (a.created > b.created ? 1 : a.created < b.created ? -1 : 0),
  longest: (a, b) => b.seconds - a.seconds,
  credits: (a, b) => b.credits - a.credits,
  name: (a, b) => !a.name - !b.name || compare(a.name, b.name),
};
// Each order is sorted once. A search keeps the order.
const inOrder = {};
const ordered = order => inOrder[order] ??= [...videos].sort(orders[order]);

// A batch that is far from the window is emptied, and filled again when it comes near, so that a long page stays fast. Each batch is a
// separate grid, because a browser lays out a whole grid. A batch with the focus, open details or a player is kept.
const batches = new WeakMap();
const isInUse = batch => batch.contains(document.activeElement) || batch.querySelector('details[open], video') !== null;
const fill = batch => {
  if (batch.firstChild) return;
  const first = batches.get(batch);
  batch.append(...chosen.slice(first, first + BATCH).map((video, i) =>
    element('div', { role: 'listitem', ariaSetSize: String(chosen.length), ariaPosInSet: String(first + i + 1) }, card(video))));
  batch.style.minHeight = '';
};
const near = new IntersectionObserver(entries => {
  for (const { target, isIntersecting, boundingClientRect } of entries) {
    if (isIntersecting) fill(target);
    else if (target.firstChild && !isInUse(target)) {
      target.style.minHeight = `${boundingClientRect.height}px`;
      target.replaceChildren();
    }
  }
}, { rootMargin: '2500px 0px' });

let chosen = [];
let shown = 0;
const showMore = () => {
  if (shown < chosen.length) {
    const batch = element('div', { className: 'batch' });
    batches.set(batch, shown);
    shown = Math.min(shown + BATCH, chosen.length);
    fill(batch);
    grid.append(batch);
    near.observe(batch);
  }
  more.hidden = shown === chosen.length;
  byId('end').textContent = videos.length === 0 ? 'The account has no videos yet.'
    : chosen.length === 0 ? 'No videos match. Select “Show all” to clear the search and the filters.'
    : more.hidden ? `Showing all ${counted(chosen.length, 'video')}.` : '';
  // An observer reports only changes, and in a tall window the button may still be visible.
  end.unobserve(more);
  end.observe(more);
};
const end = new IntersectionObserver(entries => {
  if (entries.some(entry => entry.isIntersecting)) showMore();
}, { rootMargin: '2000px 0px' });
more.addEventListener('click', () => {
  showMore();
  grid.lastChild.querySelector('button, summary').focus();
});

const charts = [
  statusChart(byId('by-status')),
  timeChart(byId('videos-by-day'), 'Videos', 'video', () => 1),
  timeChart(byId('credits-by-day'), 'Credits', 'credit', video => video.credits),
];
const draw = () => { for (const chart of charts) chart(chosen); };
let waitingCharts = 0;
const drawSoon = () => {
  clearTimeout(waitingCharts);
  waitingCharts = setTimeout(draw, 150);
};

const update = () => {
  const words = plain(byId('search').value).split(/\s+/).filter(Boolean);
  const statuses = new Set([...form.querySelectorAll('#statuses input:checked')].map(input => input.value));
  chosen = ordered(byId('order').value).filter(video =>
    (statuses.size === 0 || statuses.has(video.status)) && words.every(word => searchable(video).includes(word)));
  near.disconnect();
  grid.replaceChildren();
  shown = 0;
  grid.hidden = chosen.length === 0;
  showMore();
  const credits = chosen.reduce((sum, video) => sum + video.credits, 0);
  byId('count').textContent = `${number.format(chosen.length)} of ${counted(videos.length, 'video')}, ${counted(credits, 'credit')}`;
  drawSoon();
};

byId('statuses').append(...statusSums(videos).slice(0, MOST_STATUSES).map(([status, count]) =>
  element('label', {}, element('input', { type: 'checkbox', value: status }), element('bdi', {}, statusName(status)), ` (${number.format(count)})`)));
form.querySelector('fieldset').hidden = videos.length === 0;

let waiting = 0;
byId('search').addEventListener('input', () => {
  cancelAnimationFrame(waiting);
  waiting = requestAnimationFrame(update);
});
byId('statuses').addEventListener('change', update);
byId('order').addEventListener('change', update);
form.addEventListener('submit', event => event.preventDefault());
form.addEventListener('reset', () => setTimeout(update));
byId('theme').addEventListener('change', event => { document.documentElement.dataset.theme = event.target.value; });
// Only one video plays at a time.
grid.addEventListener('play', event => {
  for (const other of grid.querySelectorAll('video')) if (other !== event.target) other.pause();
}, { capture: true });
addEventListener('resize', drawSoon);
addEventListener('beforeprint', () => { for (const batch of grid.children) fill(batch); });
update();
draw();

// Prepares the search text in advance, so that the first search is fast.
const prepare = from => requestIdleCallback(idle => {
  while (from < videos.length && idle.timeRemaining() > 1) searchable(videos[from++]);
  if (from < videos.length) prepare(from);
});
if ('requestIdleCallback' in window) prepare(0);
