const MOST_BARS = 1500;
const DAY = 86400000;

const sumsBy = (videos, key, value) => {
  const sums = new Map();
  for (const video of videos) sums.set(key(video), (sums.get(key(video)) || 0) + value(video));
  return sums;
};

const statusSums = videos => [...sumsBy(videos, video => video.status, () => 1)].sort((a, b) => statusPlace(a[0]) - statusPlace(b[0]) || b[1] - a[1]);

// The chart includes days without videos. A long period is shown by month. If there are too many months, for example because of one wrong
// date, only months with videos are shown.
const overTime = (videos, value) => {
  const dated = videos.filter(video => video.day);
  if (dated.length === 0) return { unit: 'day', rows: [] };
  let first = dated[0].day, last = first;
  for (const { day } of dated) {
    if (day < first) first = day;
    if (day > last) last = day;
  }
  if ((Date.parse(last) - Date.parse(first)) / DAY < MOST_BARS) {
    const sums = sumsBy(dated, video => video.day, value);
    const rows = [];
    for (let time = Date.parse(first); time <= Date.parse(last); time += DAY) {
      const day = new Date(time).toISOString().slice(0, 10);
      rows.push([day, sums.get(day) || 0]);
    }
    return { unit: 'day', rows };
  }
  const sums = sumsBy(dated, video => video.day.slice(0, 7), value);
  const month = text => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)) - 1;
  if (month(last) - month(first) >= MOST_BARS) return { unit: 'month', rows: [...sums].sort() };
  const rows = [];
  for (let at = month(first); at <= month(last); at++) {
    const name = `${String(Math.floor(at / 12)).padStart(4, '0')}-${String(at % 12 + 1).padStart(2, '0')}`;
    rows.push([name, sums.get(name) || 0]);
  }
  return { unit: 'month', rows };
};

const statusChart = figure => {
  const body = element('tbody');
  figure.append(element('table', { className: 'bars' },
    element('colgroup', {}, element('col'), element('col'), element('col')),
    element('thead', { className: 'unseen' }, element('tr', {}, ...['Status', 'Share', 'Videos'].map(name => element('th', { scope: 'col' }, name)))), body));
  return videos => {
    const sums = statusSums(videos), most = Math.max(1, ...sums.slice(0, MOST_STATUSES).map(row => row[1]));
    const rest = sums.slice(MOST_STATUSES).reduce((sum, row) => sum + row[1], 0);
    body.replaceChildren(...sums.slice(0, MOST_STATUSES).map(([status, count]) => {
      const bar = element('div', { className: `bar ${statusClass(status)}` });
      bar.style.width = `${count / most * 100}%`;
      return element('tr', {},
        element('th', { scope: 'row', dir: 'auto' }, statusName(status)),
        element('td', { className: 'track' }, bar, element('span', { className: 'unseen' }, `${Math.round(count / videos.length * 100)} %`)),
        element('td', {}, number.format(count)));
    }));
    if (rest > 0)
      body.append(element('tr', {}, element('th', { scope: 'row' }, counted(sums.length - MOST_STATUSES, 'other')), element('td'), element('td', {}, number.format(rest))));
    if (sums.length === 0) body.append(element('tr', {}, element('td', { colSpan: 3 }, 'No data')));
  };
};

const timeChart = (figure, name, unit, value) => {
  const height = 120, below = 20;
  const readout = element('p', { className: 'readout', ariaHidden: 'true' });
  const plot = element('div', { className: 'plot' });
  const [head, body] = [element('tr'), element('tbody')];
  const table = element('details', {}, element('summary', {}, 'Show as a table'),
    element('div', { className: 'rows', tabIndex: 0, role: 'group', ariaLabel: `${name} as a table` }, element('table', {}, element('thead', {}, head), body)));
  figure.append(readout, plot, table);
  let rows = [], period = 'day';

  const fill = () => {
    if (!table.open) return;
    head.replaceChildren(...[`${period}, UTC`, name].map(text => element('th', { scope: 'col' }, text)));
    body.replaceChildren(...rows.map(([when, sum]) => element('tr', {}, element('th', { scope: 'row' }, when), element('td', {}, number.format(sum)))));
  };
  table.addEventListener('toggle', fill);

  return videos => {
    ({ unit: period, rows } = overTime(videos, value));
    const room = Math.max(200, plot.clientWidth), step = Math.max(5, Math.min(48, room / Math.max(1, rows.length)));
    const width = Math.max(room, Math.ceil(rows.length * step));
    const most = rows.reduce((best, row) => row[1] > best[1] ? row : best, ['', 0]);
    const summary = rows.length === 0 ? 'No data' : `Peak: ${counted(most[1], unit)}${most[0] ? ` on ${most[0]}` : ''}`;
    figure.querySelector('figcaption').textContent = `${name} by ${period} (UTC)`;
    readout.textContent = summary;

    // One path contains all bars, because thousands of elements would slow down the page.
    let bars = '';
    const svg = drawn('svg', { role: 'img', 'aria-label': `${name} by ${period}, ${counted(rows.length, period)}. ${summary}`, width, height: height + below });
    rows.forEach(([when, sum], i) => {
      const tall = sum / (most[1] || 1) * height;
      if (sum > 0) bars += `M${(i * step + 1).toFixed(1)} ${height}v${-Math.max(1, tall).toFixed(1)}h${(step - 2).toFixed(1)}V${height}z`;
      if (i % Math.ceil(84 / step) === 0 && i * step + 70 <= width) svg.append(drawn('text', { x: i * step, y: height + 16 }, when));
    });
    svg.append(drawn('line', { x1: 0, x2: width, y1: height, y2: height }), drawn('path', { d: bars }));
    svg.addEventListener('pointermove', event => {
      const row = rows[Math.floor((event.clientX - svg.getBoundingClientRect().left) / step)];
      readout.textContent = row ? `${row[0]}: ${counted(row[1], unit)}` : summary;
    });
    svg.addEventListener('pointerleave', () => { readout.textContent = summary; });
    plot.replaceChildren(svg);
    plot.scrollLeft = width;
    const scrolls = width > room;
    for (const [key, text] of [['tabindex', '0'], ['role', 'group'], ['aria-label', `${name} by ${period}, scrollable`]])
      if (scrolls) plot.setAttribute(key, text); else plot.removeAttribute(key);
    fill();
  };
};
