/** Conversations as files: saving this one, and going through another one step by step. */

import { byId, fill, focusDraft, h } from './dom.js';
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
    replay = { id, name, at: 0, asked: 0, done: steps.length === 0, busy: false, steps: steps.map((each) => ({ ...each, state: 'waiting' })) };
    open();
  } catch (problem) {
    replay = { name, problem: problem.message };
    openProblem();
  }
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

function open() {
  const next = h('button.primary', { type: 'button', onclick: () => goOn(1) }, 'Next step');
  const toEnd = h('button.quiet', { type: 'button', onclick: () => goOn(Infinity) }, 'To the end');
  const list = h('ol.steps', { tabindex: '0', 'aria-label': 'Steps' });
  replay.parts = { ...lay([toEnd, next], list), next, toEnd, list };
  show();
  (replay.done ? replay.parts.close : next).focus();
}

function openProblem() {
  const { progress, close } = lay([], h('pre.bad', { tabindex: '0' }, replay.problem));
  progress.textContent = 'cannot be replayed';
  close.focus();
}

/** Lays the dock out; gives the parts that each has. */
function lay(buttons, content) {
  const progress = h('span.faint', { role: 'status' });
  const close = h('button.icon-button', {
    type: 'button', 'aria-label': 'Close the replay', onclick: () => { forgetReplay(); focusDraft(); },
  }, icon('close'));
  fill(dock(), h('header', {}, h('strong.name', { title: replay.name }, replay.name), progress, buttons, close), content);
  return { progress, close };
}

/** Shows how far it is. The buttons stay the same ones: neither the focus nor a click is lost. */
function show() {
  const { steps, done, parts } = replay;
  parts.progress.textContent = progress();
  fill(parts.list, steps.map(stepItem));
  parts.list.querySelector('.current')?.scrollIntoView({ block: 'nearest' });
  if (done && [parts.next, parts.toEnd].includes(document.activeElement)) {
    parts.close.focus();
  }
  parts.next.disabled = done;
  parts.toEnd.disabled = done;
}

function progress() {
  const { at, steps, done } = replay;
  const differs = steps.some((each) => each.state === 'bad');
  return !done ? `step ${at} of ${steps.length}` : differs ? 'differs' : 'passed';
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

/** So many steps more, one after the other. What differs wants to be seen before there is another one. */
async function goOn(steps) {
  const mine = replay;
  mine.asked += steps;
  if (mine.busy) {
    return;
  }
  mine.busy = true;
  while (mine === replay && mine.asked > 0 && !mine.done) {
    mine.asked -= 1;
    if (!(await step(mine))) {
      mine.asked = 0;
    }
    if (mine === replay) {
      show();
    }
  }
  mine.busy = false;
}

/** Does the next step; whether it went as it should. */
async function step(mine) {
  try {
    const { ok, heard, expected, note, step: index, space: where, done } = await playground.post(`replays/${mine.id}/next`, {});
    Object.assign(mine.steps[index], { state: ok ? 'ok' : 'bad', heard, expected, note });
    mine.at = index + 1;
    mine.done = done;
    await follow(where);
    return ok;
  } catch (problem) {
    tell('notice', { text: `The replay stopped: ${problem.message}`, kind: 'warning' });
    return false;
  }
}

export function forgetReplay() {
  if (replay) {
    replay = null;
    dock().remove();
  }
}
