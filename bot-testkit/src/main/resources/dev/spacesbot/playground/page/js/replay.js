/** Conversations as files: saving this one, and going through another one step by step. */

import { byId, fill, h } from './dom.js';
import { icon } from './icons.js';
import { playground } from './rest.js';
import { refreshWorld } from './server.js';
import { goTo, isBot, isMember, space, spaceOf, speakAs, state, tell, titleOf } from './state.js';

const SIGNS = { waiting: '○', ok: '✓', bad: '✗' };

const picker = h('input', { type: 'file', accept: '.txt,text/plain', hidden: true, tabindex: '-1', 'aria-label': 'Transcript file' });
let replay = null;
let chosen = null;

document.body.append(picker);

picker.addEventListener('change', async () => {
  const [file] = picker.files;
  picker.value = '';
  if (file) {
    load(file.name, await file.text());
  }
});

/** The panel's content. */
export function transcripts(close) {
  const where = space();
  const bots = state.world.bots;
  const whose = h('select', { 'aria-label': 'Which bot', onchange: () => { chosen = whose.value; } },
    bots.map((bot) => h('option', { value: bot.id, selected: bot.id === chosen }, bot.name)));
  chosen = whose.value || null;
  return [
    h('div.panel-head', {}, h('h3', {}, 'Record'), bots.length > 1 ? h('label', {}, 'with ', whose) : null),
    h('p.faint', {}, 'What was said in this space so far, as a transcript that the testkit runs as a test.'),
    h('button.quiet.wide-button', { type: 'button', disabled: !where, onclick: () => save(where) }, icon('download'), 'Save the transcript'),
    h('h3', {}, 'Replay'),
    h('p.faint', {}, 'A transcript, step by step: what people say is said, and what the bot answers is compared.'),
    h('button.quiet.wide-button', { type: 'button', onclick: () => { close(); picker.click(); } }, icon('play'), 'Open a transcript…'),
  ];
}

async function save(where) {
  try {
    const text = await playground.text(`spaces/${where.id}/transcript${chosen ? `?bot=${chosen}` : ''}`);
    const address = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
    h('a', { href: address, download: `${fileName(titleOf(where))}.txt` }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
    tell('notice', { text: 'The transcript is saved.' });
  } catch (problem) {
    tell('notice', { text: `There is no transcript: ${problem.message}`, kind: 'warning' });
  }
}

function fileName(title) {
  return title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '').slice(0, 60) || 'transcript';
}

async function load(name, text) {
  try {
    const { id, steps, space: where } = await playground.post('replays', { text, ...(chosen ? { bot: chosen } : {}) });
    await follow(where);
    replay = { id, name, at: 0, done: steps.length === 0, busy: false, steps: steps.map((step) => ({ ...step, state: 'waiting' })) };
  } catch (problem) {
    replay = { name, problem: problem.message, steps: [], done: true };
  }
  show();
  dock().querySelector('button.primary, button')?.focus();
}

/** Goes where the replay goes on, as somebody who is there. */
async function follow(spaceId) {
  await refreshWorld();
  const where = spaceOf(spaceId);
  if (!where || spaceId === state.spaceId) {
    return;
  }
  if (!isMember(where, state.personId)) {
    const somebody = where.members.find((member) => !isBot(member.id));
    if (!somebody) {
      return;
    }
    speakAs(somebody.id);
  }
  goTo(spaceId);
}

function dock() {
  return byId('replay') ?? byId('typing').parentNode.insertBefore(h('section.replay', { id: 'replay', 'aria-label': 'Replay' }), byId('typing'));
}

function show() {
  if (!replay) {
    dock().remove();
    return;
  }
  const { name, problem, steps, done } = replay;
  const failed = steps.some((step) => step.state === 'bad');
  fill(dock(),
    h('header', {},
      h('strong.name', { title: name }, name),
      h('span.faint', { role: 'status' }, problem ? 'cannot be replayed' : progress(failed)),
      problem ? null : h('button.quiet', { type: 'button', disabled: done, onclick: toEnd }, 'To the end'),
      problem ? null : h('button.primary', { type: 'button', disabled: done, onclick: step }, 'Next step'),
      h('button.icon-button', { type: 'button', 'aria-label': 'Close the replay', onclick: close }, icon('close'))),
    problem ? h('pre.bad', { tabindex: '0' }, problem) : h('ol.steps', { tabindex: '0', 'aria-label': 'Steps' }, steps.map(stepItem)));
  dock().querySelector('.current')?.scrollIntoView({ block: 'nearest' });
}

function progress(failed) {
  const { at, steps, done } = replay;
  return !done ? `step ${at} of ${steps.length}` : failed ? 'differs' : 'passed';
}

function stepItem(each, index) {
  return h(`li.step.${each.state}${index === replay.at - 1 ? '.current' : ''}`, {},
    h('span.sign', { 'aria-label': { ok: 'as expected', bad: 'differs', waiting: 'to come' }[each.state] }, SIGNS[each.state]),
    h('span.line', { 'aria-hidden': 'true' }, String(each.line)),
    h('code', {}, each.text),
    each.state === 'bad' && (each.expected || each.heard) ? difference(each) : null,
    each.note ? h('p.note', {}, each.note) : null);
}

function difference({ expected, heard }) {
  return h('dl.difference', {},
    h('dt', {}, 'expected'), h('dd', {}, expected ?? 'nothing'),
    h('dt', {}, 'heard'), h('dd', {}, heard ?? 'nothing'));
}

async function step() {
  if (replay.busy || replay.done) {
    return false;
  }
  const mine = replay;
  mine.busy = true;
  try {
    const result = await playground.post(`replays/${mine.id}/next`, {});
    const { ok, heard, expected, note } = result;
    Object.assign(mine.steps[result.step], { state: ok ? 'ok' : 'bad', heard, expected, note });
    await follow(result.space ?? state.spaceId);
    mine.at = result.step + 1;
    mine.done = result.done;
    return result.ok && !result.done;
  } catch (problem) {
    tell('notice', { text: `The replay stopped: ${problem.message}`, kind: 'warning' });
    return false;
  } finally {
    mine.busy = false;
    if (mine === replay) {
      show();
    }
  }
}

async function toEnd() {
  const mine = replay;
  while (mine === replay && (await step())) {
    // One after the other.
  }
}

function close() {
  replay = null;
  show();
}

export function forgetReplay() {
  if (replay) {
    close();
  }
}
