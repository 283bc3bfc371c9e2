/** "Copy as test": the Java lines that say a message again and expect what was answered. */

import { copied } from './notices.js';
import { playground } from './rest.js';
import { tell } from './state.js';

/** With the answers of one bot, where it is said which. */
export async function copyTest(messageId, botId) {
  try {
    copied(await playground.text(`messages/${messageId}/test${botId ? `?bot=${botId}` : ''}`), 'The test');
  } catch (problem) {
    tell('notice', { text: `There is no test for it: ${problem.message}`, kind: 'warning' });
  }
}
