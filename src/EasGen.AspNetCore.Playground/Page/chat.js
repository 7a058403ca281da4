const messages = [];

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
  messages.push({ role: 'user', content });
  bubble(content, 'user');
  one('chat-text').value = '';
  const shown = bubble('', 'assistant');
  const said = { role: 'assistant', content: '' };
  const started = performance.now();
  say(one('chat-status'), 'Sent …');
  shown.setAttribute('aria-busy', 'true');
  try {
    await stream(signal, chunk => {
      if (!said.content)
        say(one('chat-status'), `First token after ${milliseconds(started)}`);
      said.content += chunk;
      append(one('chat-log'), () => shown.append(chunk));
    });
    say(one('chat-status'), `${one('chat-status').textContent} · all in ${milliseconds(started)}`, 'green');
  } catch (failure) {
    if (failure.name === 'AbortError') {
      say(one('chat-status'), 'Stopped.', 'amber');
    } else {
      say(one('chat-status'), 'Failed', 'red');
      bubble(failure.message, 'error');
    }
  } finally {
    shown.removeAttribute('aria-busy');
    if (said.content)
      messages.push(said);
    else
      shown.remove();
  }
}

async function stream(signal, add) {
  const response = await fetch(at(service.chat), {
    method: 'POST',
    headers: withToken({ 'Content-Type': 'application/json' }),
    body: JSON.stringify({ model: one('chat-model').value || undefined, messages, stream: true }),
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
      if (choice.delta?.content)
        add(choice.delta.content);
  }
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
    messages.length = 0;
    one('chat-log').replaceChildren();
    say(one('chat-status'), '');
    one('chat-text').focus();
  });
  sendOnCtrlEnter(one('chat-text'), one('chat'));
  if (service.models)
    nameModel();
}
