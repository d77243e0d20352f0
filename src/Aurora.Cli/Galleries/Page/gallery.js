'use strict';
(() => {
  const AT_ONCE = 60;
  const MOST_DAYS = 1500;
  const byId = id => document.getElementById(id);
  const videos = JSON.parse(byId('videos').textContent);
  const number = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });
  const words = status => status.replaceAll('_', ' ');
  const known = ['done', 'running', 'in_queue', 'pending', 'failed', 'rejected'];

  for (const video of videos) {
    video.day = video.created_at ? video.created_at.slice(0, 10) : '';
    video.text = [video.name, video.text_prompt, video.id, video.failed_reason].join('\n').toLowerCase();
  }

  // Every text of the account goes through here: never as HTML.
  const element = (name, properties = {}, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(properties)) {
      if (value === null || value === undefined) continue;
      if (key in made && key !== 'list') made[key] = value; else made.setAttribute(key, value);
    }
    made.append(...children.filter(child => child !== null));
    return made;
  };
  const drawn = (name, attributes, text) => {
    const made = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    if (text !== undefined) made.textContent = text;
    return made;
  };
  const className = status => known.includes(status) ? status : 'other';
  const length = seconds => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  const title = video => video.name || 'Without a name';

  const stage = video => {
    const box = element('div', { className: 'stage' });
    const image = video.preview || video.image;
    const label = element('span', {}, words(video.status || 'no status'));
    box.append(label);
    if (image) {
      const picture = element('img', { loading: 'lazy', decoding: 'async', alt: '' });
      picture.addEventListener('load', () => label.remove());
      picture.addEventListener('error', () => picture.remove());
      picture.src = image;
      box.append(picture);
    }
    if (video.video_output) {
      const play = element('button', { type: 'button', ariaLabel: `Play ${title(video)}` }, '▶');
      play.addEventListener('click', () => {
        const player = element('video', { controls: true, autoplay: true, playsInline: true, src: video.video_output, ariaLabel: title(video) });
        if (image) player.poster = image;
        box.replaceChildren(player);
        player.focus();
      });
      box.append(play);
    }
    return box;
  };

  const details = video => {
    const list = element('dl');
    const add = (name, value) => { if (value) list.append(element('dt', {}, name), element('dd', {}, value)); };
    add('Prompt', video.text_prompt);
    add('Id', video.id);
    add('Model', video.model_version);
    for (const [name, address] of [['Video', video.video_output], ['Audio', video.audio], ['Image', video.image], ['Editor', video.editor_url]])
      if (address) add(name, element('a', { href: address, rel: 'noreferrer noopener', target: '_blank' }, address));
    const box = element('details', {}, element('summary', {}, 'Everything else'));
    box.addEventListener('toggle', () => { if (box.open && !list.isConnected) box.append(list); }, { once: true });
    return box;
  };

  const card = (video, place, total) => element('li', { ariaSetSize: String(total), ariaPosInSet: String(place) },
    element('article', { ariaLabel: title(video) },
      stage(video),
      element('div', { className: 'about' },
        element('h3', {}, title(video)),
        element('p', { className: 'facts' },
          element('span', { className: `status ${className(video.status)}` }, words(video.status || 'no status')),
          element('span', {}, length(video.duration)),
          element('span', {}, `${number.format(video.credits_used)} credits`),
          video.created_at ? element('time', { dateTime: video.created_at }, video.created_at.slice(0, 16).replace('T', ' ')) : null),
        video.status === 'running' ? element('progress', { max: 1, value: video.progress, ariaLabel: 'Progress' }) : null,
        video.failed_reason ? element('p', { className: 'reason' }, video.failed_reason) : null,
        video.text_prompt ? element('p', { className: 'prompt' }, video.text_prompt) : null,
        details(video))));

  const sum = (chosen, key, value) => {
    const sums = new Map();
    for (const video of chosen) sums.set(key(video), (sums.get(key(video)) || 0) + value(video));
    return sums;
  };

  // Days without a video are days too; what is too long for days is shown by month.
  const overTime = (chosen, value) => {
    const dated = chosen.filter(video => video.day);
    if (dated.length === 0) return [];
    const days = dated.map(video => video.day).sort();
    const first = Date.parse(days[0]), last = Date.parse(days.at(-1));
    const isLong = (last - first) / 86400000 > MOST_DAYS;
    const sums = sum(dated, video => isLong ? video.day.slice(0, 7) : video.day, value);
    if (isLong) return [...sums].sort();
    const all = [];
    for (let day = first; day <= last; day += 86400000) {
      const name = new Date(day).toISOString().slice(0, 10);
      all.push([name, sums.get(name) || 0]);
    }
    return all;
  };

  const table = rows => {
    const body = element('tbody');
    const box = element('details', {}, element('summary', {}, 'As a table'), element('div', { className: 'rows', tabIndex: 0 }, element('table', {}, body)));
    box.addEventListener('toggle', () => {
      if (box.open && body.childElementCount === 0)
        body.append(...rows.map(([name, value]) => element('tr', {}, element('th', { scope: 'row' }, words(name)), element('td', {}, number.format(value)))));
    });
    return box;
  };

  const summary = (rows, unit) => {
    if (rows.length === 0) return 'Nothing to show';
    const most = rows.reduce((best, row) => row[1] > best[1] ? row : best);
    return `${rows.length} bars; most is ${words(most[0])} with ${number.format(most[1])} ${unit}`;
  };

  const barsAcross = (id, rows) => {
    const height = 28, left = 90, width = 340, most = Math.max(1, ...rows.map(row => row[1]));
    const svg = drawn('svg', { role: 'img', 'aria-label': summary(rows, 'videos'), width: '100%', viewBox: `0 0 ${left + width + 50} ${Math.max(1, rows.length) * height}` });
    rows.forEach(([status, value], i) => {
      svg.append(drawn('text', { x: left - 8, y: i * height + 18, 'text-anchor': 'end' }, words(status)),
        drawn('rect', { class: className(status), x: left, y: i * height + 4, height: height - 8, width: value / most * width, rx: 3 }),
        drawn('text', { x: left + value / most * width + 6, y: i * height + 18 }, number.format(value)));
    });
    byId(id).replaceChildren(element('div', { className: 'plot' }, svg), table(rows));
  };

  const barsUp = (id, rows, unit) => {
    const height = 130, below = 20, above = 16, room = byId(id).clientWidth, step = Math.max(7, Math.min(48, room / Math.max(1, rows.length)));
    const width = Math.max(room, Math.ceil(rows.length * step)), most = Math.max(...rows.map(row => row[1]), 0) || 1;
    const svg = drawn('svg', { role: 'img', 'aria-label': summary(rows, unit), width, height: height + below + above, viewBox: `0 0 ${width} ${height + below + above}` });
    svg.append(drawn('line', { x1: 0, x2: width, y1: height + above + .5, y2: height + above + .5 }));
    const everyLabel = Math.ceil(84 / step);
    rows.forEach(([day, value], i) => {
      const tall = value / most * height;
      const bar = drawn('rect', { x: i * step + 1, y: above + height - tall, width: step - 2, height: tall, rx: 1 });
      bar.append(drawn('title', {}, `${day}: ${number.format(value)} ${unit}`));
      svg.append(bar);
      if (i % everyLabel === 0 && i * step + 70 <= width) svg.append(drawn('text', { x: i * step, y: height + above + 15 }, day));
    });
    if (rows.length > 0) svg.append(drawn('text', { x: 0, y: 11 }, `most: ${number.format(most)} ${unit}`));
    const plot = element('div', { className: 'plot', tabIndex: 0, role: 'group', ariaLabel: byId(`${id}-caption`).textContent }, svg);
    byId(id).replaceChildren(plot, table(rows));
    plot.scrollLeft = width;
  };

  const orders = {
    newest: (a, b) => b.created_at < a.created_at ? -1 : b.created_at > a.created_at ? 1 : 0,
    oldest: (a, b) => a.created_at < b.created_at ? -1 : a.created_at > b.created_at ? 1 : 0,
    longest: (a, b) => b.duration - a.duration,
    credits: (a, b) => b.credits_used - a.credits_used,
    name: (a, b) => (a.name || '\uffff').localeCompare(b.name || '\uffff'),
  };

  const grid = byId('grid');
  let chosen = [];
  let shown = 0;
  const showMore = () => {
    const next = chosen.slice(shown, shown + AT_ONCE);
    grid.append(...next.map((video, i) => card(video, shown + i + 1, chosen.length)));
    shown += next.length;
  };

  const statuses = () => [...document.querySelectorAll('#statuses input:checked')].map(input => input.value);
  const update = () => {
    const text = byId('search').value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    const wanted = statuses();
    chosen = videos
      .filter(video => (wanted.length === 0 || wanted.includes(video.status)) && text.every(word => video.text.includes(word)))
      .sort(orders[byId('order').value]);
    shown = 0;
    grid.replaceChildren();
    showMore();
    const credits = chosen.reduce((total, video) => total + video.credits_used, 0);
    byId('count').textContent = `${number.format(chosen.length)} of ${number.format(videos.length)} videos, ${number.format(credits)} credits`;
    const counts = sum(chosen, video => video.status || 'no status', () => 1);
    barsAcross('by-status', [...counts].sort((a, b) => b[1] - a[1]));
    barsUp('by-day', overTime(chosen, () => 1), 'videos');
    barsUp('credits-by-day', overTime(chosen, video => video.credits_used), 'credits');
  };

  const total = sum(videos, video => video.status, () => 1);
  const place = status => known.includes(status) ? known.indexOf(status) : known.length;
  byId('statuses').append(...[...total.keys()].sort((a, b) => place(a) - place(b)).map(status =>
    element('label', {}, element('input', { type: 'checkbox', value: status }), `${words(status || 'no status')} (${number.format(total.get(status))})`)));

  let waiting = 0;
  byId('search').addEventListener('input', () => { cancelAnimationFrame(waiting); waiting = requestAnimationFrame(update); });
  byId('statuses').addEventListener('change', update);
  byId('order').addEventListener('change', update);
  byId('filter').addEventListener('submit', event => event.preventDefault());
  byId('filter').addEventListener('reset', () => setTimeout(update));
  byId('theme').addEventListener('change', event => { document.documentElement.dataset.theme = event.target.value; });
  new IntersectionObserver(entries => {
    if (entries.some(entry => entry.isIntersecting)) showMore();
  }, { rootMargin: '1500px' }).observe(byId('more'));
  update();
})();
