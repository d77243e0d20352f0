// All text from the account is inserted with these functions, never as HTML.
const element = (name, properties = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === null || value === undefined) continue;
    if (key in made) made[key] = value; else made.setAttribute(key, value);
  }
  made.append(...children.filter(child => child !== null));
  return made;
};

const drawn = (name, attributes, text = '') => {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.textContent = text;
  return made;
};

const byId = id => document.getElementById(id);
const number = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });
const counted = (count, unit) => `${number.format(count)} ${count === 1 ? unit : `${unit}s`}`;

const STATUSES = ['done', 'running', 'in_queue', 'pending', 'failed', 'rejected'];
const MOST_STATUSES = 12;
const statusName = status => status ? status.replaceAll('_', ' ') : 'no status';
const statusClass = status => STATUSES.includes(status) ? status : 'other';
const statusPlace = status => (STATUSES.indexOf(status) + STATUSES.length + 1) % (STATUSES.length + 1);
