let messages = [];

const bubble = (text, kind) => {
  const log = one('chat-log');
  const element = make('p', text, kind);
  append(log, () => log.append(element));
  return element;
};

// An error comes as a status with a body, or in the stream that has begun.
const errorOf = answer => answer?.error?.message ?? answer?.detail ?? answer?.title;

async function sendMessage(signal) {
  const content = one('chat-text').value;
  if (!content.trim())
    return;
  // "New chat" may begin another one before this one has its answer.
  const chat = messages;
  const status = (text, state) => chat === messages && say(one('chat-status'), text, state);
  chat.push({ role: 'user', content });
  const asked = bubble(content, 'user');
  one('chat-text').value = '';
  const reply = showReply();
  const started = performance.now();
  let [first, isWhole] = ['', false];
  status('Sent …');
  try {
    await stream(signal, chat, delta => {
      reply.take(delta);
      if (!first && reply.hasBegun())
        status(first = `First token after ${milliseconds(started)}`);
    });
    if (!first)
      throw new Error('The answer is empty.');
    isWhole = true;
    const state = reply.isRefused ? 'refused' : reply.asks() ? 'asks for what this page cannot do' : '';
    status([first, `all in ${milliseconds(started)}`, state].filter(Boolean).join(' · '), state ? 'amber' : 'green');
  } catch (failure) {
    if (failure.name === 'AbortError')
      status('Stopped.', 'amber');
    else
      status(failure.name === cutOff ? 'Cut off' : 'Failed', 'red');
    if (failure.name !== 'AbortError' && chat === messages)
      bubble(failure.message, 'error');
  } finally {
    reply.end();
    // Without a text there is nothing to go on from: servers refuse a message without its answer, and a call without its result.
    if (reply.text)
      chat.push({ role: 'assistant', content: reply.text });
    else
      chat.pop();
    if (!reply.text && !isWhole && chat === messages) {
      asked.remove();
      reply.remove();
      one('chat-text').value = [content, one('chat-text').value].filter(Boolean).join('\n');
    }
  }
}

const cutOff = 'CutOff';

async function stream(signal, chat, take) {
  const response = await fetch(at(service.chat), {
    method: 'POST',
    headers: withToken({ 'Content-Type': 'application/json' }),
    body: JSON.stringify({ model: one('chat-model').value || undefined, messages: chat, stream: true }),
    signal,
  });
  if (!response.ok)
    throw new Error(errorOf(await response.json().catch(() => null)) ?? `${response.status} ${response.statusText}`);

  for await (const { data } of readEvents(response.body)) {
    if (data === '[DONE]')
      return;
    const chunk = parsed(data);
    if (errorOf(chunk))
      throw new Error(errorOf(chunk));
    for (const choice of chunk?.choices ?? [])
      if (choice.delta)
        take(choice.delta);
  }
  throw Object.assign(new Error('The answer ends without [DONE].'), { name: cutOff });
}

async function nameModel() {
  const answer = await fetch(at(service.models), { headers: withToken() }).then(response => response.json()).catch(() => null);
  one('chat-model').value ||= answer?.data?.[0]?.id ?? '';
}

if (service.chat) {
  one('chat-section').hidden = false;
  const run = stoppable(one('chat-send'), one('chat-stop'));
  one('chat').addEventListener('submit', event => {
    event.preventDefault();
    run(sendMessage);
  });
  one('chat-clear').addEventListener('click', () => {
    one('chat-stop').click();
    messages = [];
    one('chat-log').replaceChildren();
    say(one('chat-status'), '');
    one('chat-text').focus();
  });
  sendOnCtrlEnter(one('chat-text'), one('chat'));
  if (service.models) {
    nameModel();
    // Without the token the models may have been refused.
    one('token').addEventListener('change', nameModel);
  }
}
