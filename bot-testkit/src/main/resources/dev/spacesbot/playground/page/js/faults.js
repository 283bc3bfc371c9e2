/** What can be made to go wrong, at a click. */

import { h } from './dom.js';
import { playground } from './rest.js';
import { state } from './state.js';

const FAULTS = [
  { name: 'drop', title: 'Drop the connection', text: 'The bot connects again, and reads what it missed.' },
  { name: 'refuse', title: 'Refuse the token', text: 'The bot is dropped, and turned away so many times.', number: 'times', value: 2 },
  { name: 'expire', title: 'Expire the token', text: 'The bot’s token is worth nothing from now on.' },
  { name: 'reject', title: 'Reject the next send', text: 'The service declines so many of the bot’s messages.', number: 'times', value: 1 },
  { name: 'slow', title: 'Slow network', text: 'Everything arrives so many milliseconds later, here too; 0 ends it.', number: 'millis', value: 1500, all: true },
  { name: 'duplicate', title: 'Deliver twice', text: 'So many messages come to the bot two times.', number: 'times', value: 1 },
  { name: 'fill', title: 'Fill the rate limit', text: 'The bot has used up its events of this minute.' },
  { name: 'restart', title: 'Restart the server', text: 'The service goes away for a moment, for everybody.', all: true },
];

const values = new Map();
let victim = null;

/** The panel's content. */
export function faults() {
  const bots = state.world.bots;
  const whose = h('select', { 'aria-label': 'Which bot', onchange: () => { victim = whose.value; } },
    bots.map((each) => h('option', { value: each.id, selected: each.id === victim }, each.name)));
  victim = whose.value || null;
  return [
    h('div.panel-head', {}, h('h3', {}, 'Make something go wrong'), bots.length > 1 ? h('label', {}, 'for ', whose) : null),
    h('ul.faults', {}, FAULTS.map(item)),
  ];
}

function item(fault) {
  const number = numberField(fault);
  const said = h('p.said', { role: 'status' });
  const id = `fault-${fault.name}`;
  const button = h('button.quiet.small', {
    type: 'button', 'data-fault': fault.name, 'aria-describedby': id, 'aria-label': fault.title,
    onclick: () => cause(fault, number, button, said),
  }, fault.name === 'slow' ? 'Set' : 'Do it');
  return h('li.fault', {},
    h('div.fault-text', {}, h('strong', {}, fault.title), h('p.faint', { id }, fault.text), said),
    h('div.fault-controls', {}, number, button));
}

function numberField({ name, number, value, title }) {
  if (!number) {
    return null;
  }
  const input = h('input', {
    type: 'number', name: number, min: number === 'millis' ? 0 : 1, max: number === 'millis' ? 60000 : 100,
    'aria-label': `${title}: ${number}`, value: String(values.get(name) ?? value), oninput: () => values.set(name, input.value),
  });
  return input;
}

async function cause(fault, number, button, said) {
  const body = !fault.all && victim ? { bot: victim } : {};
  if (number) {
    body[fault.number] = Number(number.value);
  }
  // Not disabled: the focus would be lost.
  button.setAttribute('aria-busy', 'true');
  try {
    said.textContent = (await playground.post(`faults/${fault.name}`, body)).said;
    said.classList.remove('bad');
  } catch (problem) {
    said.textContent = problem.message;
    said.classList.add('bad');
  } finally {
    button.removeAttribute('aria-busy');
  }
}
