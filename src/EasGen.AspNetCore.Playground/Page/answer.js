const shownCharacters = 200_000;
const shownEvents = 1000;
const shownOfEvent = 10_000;

// A text of any length with no more of it than can be shown; of JSON, that much is indented.
function shownOf(text, isJson) {
  const start = text.slice(0, shownCharacters);
  const laidOut = isJson && parsed(text) !== undefined ? indent(start, shownCharacters) : start;
  return text.length > shownCharacters || laidOut.length > shownCharacters
    ? `${laidOut.slice(0, shownCharacters)}\n… (the rest is in the file)`
    : laidOut;
}

function clearAnswer() {
  one('answer').hidden = false;
  one('answer-text').textContent = '';
  one('answer-list').replaceChildren();
  one('answer-count').textContent = '';
  one('answer-events').hidden = one('save').hidden = true;
  one('answer-text').hidden = false;
  say(one('answer-status'), 'Sent …');
}

async function showAnswer(response, started) {
  const type = response.headers.get('Content-Type') ?? '';
  const facts = () => [`${response.status} ${response.statusText}`.trim(), milliseconds(started)];
  const state = response.ok ? 'green' : 'red';
  if (type.startsWith('text/event-stream'))
    return showEvents(response, facts, state);

  const body = await response.blob();
  say(one('answer-status'), [...facts(), bytes(body.size), type].filter(Boolean).join(' · '), state);
  offer(body, type);
  if (!/json|^text\//.test(type)) {
    one('answer-text').hidden = true;
    return;
  }
  one('answer-text').textContent = shownOf(await body.text(), /json/.test(type));
}

// Adds to a text until it is full.
function filling(element) {
  let room = shownCharacters;
  return piece => {
    if (room < 0)
      return;
    append(element, () => element.append(piece.length > room ? `${piece.slice(0, room)}\n… (the rest is not shown)` : piece));
    room -= piece.length;
  };
}

async function showEvents(response, facts, state) {
  const first = facts()[1];
  const [text, list] = [one('answer-text'), one('answer-list')];
  const add = filling(text);
  let [count, joined] = [0, false];
  say(one('answer-status'), `${facts()[0]} · first byte after ${first} · streaming …`, state);
  one('answer-events').hidden = false;
  // Read out at the end, not letter by letter.
  text.setAttribute('aria-busy', 'true');
  try {
    for await (const { name, data } of readEvents(response.body)) {
      one('answer-count').textContent = `(${++count})`;
      if (name === 'error')
        state = 'red';
      const said = name === 'message' ? textOf(data) : null;
      joined ||= said !== null;
      const event = name === 'message' ? data : `${name}: ${data}`;
      add(said ?? `${joined ? '\n' : ''}${event}\n`);
      append(list, () => {
        list.append(make('li', event.length > shownOfEvent ? `${event.slice(0, shownOfEvent)} …` : event));
        if (list.childElementCount > shownEvents) {
          list.firstChild.remove();
          list.start++;
        }
      });
    }
    say(one('answer-status'), `${facts()[0]} · first byte after ${first} · ${count} events in ${facts()[1]}`, state);
  } finally {
    text.removeAttribute('aria-busy');
  }
}

let saved = null;

function offer(body, type) {
  URL.revokeObjectURL(saved);
  saved = one('save').href = URL.createObjectURL(body);
  one('save').download = `answer.${/json/.test(type) ? 'json' : /^text\//.test(type) ? 'txt' : 'bin'}`;
  one('save').hidden = false;
}

function showFailure(failure) {
  if (failure.name === 'AbortError')
    say(one('answer-status'), 'Stopped.', 'amber');
  else
    say(one('answer-status'), `No answer: ${failure.message}`, 'red');
}
