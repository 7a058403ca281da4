// One answer of a model as it arrives. Its reasoning is above the text, the functions that it asks for are below.
function showReply() {
  const text = bubble('', 'assistant');
  text.setAttribute('aria-busy', 'true');
  const others = [];
  const calls = new Map();
  let reasoning = null;
  const reply = { text: '', isRefused: false };
  const add = (element, piece) => append(one('chat-log'), () => element.append(piece));

  const other = kind => {
    const element = make('p', '', kind);
    others.push(element);
    return element;
  };

  const showCall = ({ index = 0, function: part }) => {
    if (!calls.has(index)) {
      const call = { element: other('call'), name: '', given: '' };
      ([...calls.values()].at(-1)?.element ?? text).after(call.element);
      calls.set(index, call);
    }
    const call = calls.get(index);
    call.name += part?.name ?? '';
    call.given += part?.arguments ?? '';
    append(one('chat-log'), () => call.element.textContent = `The model asks for ${call.name}(${call.given})`);
  };

  reply.take = delta => {
    // Servers differ in the name.
    const thought = delta.reasoning_content || delta.reasoning;
    if (typeof thought === 'string' && thought) {
      if (!reasoning)
        text.before(reasoning = other('reasoning'));
      add(reasoning, reasoning.textContent ? thought : `Reasoning: ${thought}`);
    }
    for (const said of [delta.content, delta.refusal])
      if (said) {
        reply.text += said;
        add(text, said);
      }
    reply.isRefused ||= Boolean(delta.refusal);
    delta.tool_calls?.forEach(showCall);
  };
  reply.hasBegun = () => reply.text !== '' || others.length > 0;
  reply.asks = () => calls.size > 0;
  reply.end = () => {
    text.removeAttribute('aria-busy');
    if (!reply.text)
      text.remove();
  };
  reply.remove = () => [text, ...others].forEach(element => element.remove());
  return reply;
}
