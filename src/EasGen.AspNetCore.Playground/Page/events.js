// Server-sent events of a body, as they arrive. An EventSource only sends GET.
async function* readEvents(body) {
  let event = { name: 'message', data: [] };
  for await (const line of readLines(body)) {
    if (line === '') {
      if (event.data.length)
        yield { name: event.name, data: event.data.join('\n') };
      event = { name: 'message', data: [] };
      continue;
    }
    const [, field, value] = /^([^:]*):? ?(.*)$/s.exec(line);
    if (field === 'data')
      event.data.push(value);
    else if (field === 'event')
      event.name = value;
  }
}

async function* readLines(body) {
  let rest = '';
  for await (const text of readText(body)) {
    // A line end of two characters may come in two parts.
    const lines = (rest + text).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop();
    yield* lines;
  }
  if (rest.endsWith('\r'))
    yield rest.slice(0, -1);
}

async function* readText(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read())
      yield part.value;
  } finally {
    await reader.cancel().catch(() => {});
  }
}

const parsed = text => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

// What a reader wants to see of an event: of a language model its text.
const textOf = data => {
  const item = parsed(data);
  const text = typeof item === 'string' ? item : item?.text ?? item?.token ?? item?.content;
  return typeof text === 'string' ? text : null;
};
