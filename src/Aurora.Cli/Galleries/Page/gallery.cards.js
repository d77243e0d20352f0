const titleOf = video => video.name || 'Untitled';
const lengthOf = seconds => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
const timeOf = text => `${text.slice(0, 16).replace('T', ' ')} UTC`;

const player = (video, box) => {
  const made = element('video', { controls: true, autoplay: true, playsInline: true, ariaLabel: titleOf(video), tabIndex: 0, poster: video.still });
  made.addEventListener('error', () => {
    const again = playButton(video, box, 'Try again');
    box.replaceChildren(element('p', { role: 'alert' }, 'The video cannot be played. Its address may have expired.'), again);
    again.focus();
  });
  made.src = video.clip;
  return made;
};

const playButton = (video, box, text = '▶') => {
  const play = element('button', { type: 'button', ariaLabel: `${text === '▶' ? 'Play' : text} ${titleOf(video)}` }, text);
  if (text === '▶') play.className = 'play';
  play.addEventListener('click', () => {
    const made = player(video, box);
    box.replaceChildren(made);
    made.focus();
  });
  return play;
};

const stage = video => {
  const label = element('span', { dir: 'auto' }, video.status === 'done' ? 'No preview' : statusName(video.status));
  const box = element('div', { className: 'stage' }, label);
  if (video.still) {
    const still = element('img', { loading: 'lazy', decoding: 'async', alt: '' });
    still.addEventListener('load', () => label.remove());
    still.addEventListener('error', () => still.remove());
    still.src = video.still;
    box.append(still);
  }
  if (video.clip) {
    if (video.status === 'done') label.remove();
    box.append(playButton(video, box));
  }
  return box;
};

const details = video => {
  const list = element('dl');
  const add = (name, value) => { if (value) list.append(element('dt', { dir: 'auto' }, name), element('dd', { dir: 'auto' }, value)); };
  const box = element('details', {}, element('summary', {}, 'Details'));
  box.addEventListener('toggle', () => {
    add('Name', video.name);
    add('Prompt', video.prompt);
    add('Failure reason', video.reason);
    add('Id', video.id);
    add('Model', video.model);
    for (const [name, address] of [['Video', video.video], ['Audio', video.audio], ['Image', video.image], ['Editor', video.editor]])
      if (address) add(name, element('a', { href: address, rel: 'noreferrer noopener', target: '_blank', dir: 'ltr' }, address));
    for (const [name, value] of Object.entries(video.more)) add(name, value);
    box.append(list);
  }, { once: true });
  return box;
};

const card = video => element('article', { ariaLabel: titleOf(video) },
  stage(video),
  element('div', { className: 'about' },
    element('h3', { dir: 'auto', className: video.name ? '' : 'nameless' }, titleOf(video)),
    element('p', { className: 'facts' },
      element('bdi', { className: `status ${statusClass(video.status)}` }, statusName(video.status)),
      video.status === 'running' && video.percent ? element('span', {}, `${video.percent} %`) : null,
      element('span', {}, lengthOf(video.seconds)),
      element('span', {}, counted(video.credits, 'credit')),
      video.created ? element('time', { dateTime: video.created }, timeOf(video.created)) : null),
    video.status === 'running' && video.percent ? element('progress', { max: 100, value: Math.min(100, Math.max(0, Number(video.percent))), ariaLabel: 'Progress' }) : null,
    video.reason ? element('p', { className: 'reason', dir: 'auto' }, video.reason) : null,
    video.prompt ? element('p', { className: 'prompt', dir: 'auto' }, video.prompt) : null,
    details(video)));
