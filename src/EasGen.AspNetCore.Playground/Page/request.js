const chosen = () => service.methods[one('method').selectedIndex];
const chosenType = () => one('type').value;
const isFile = () => !/json|^text\//.test(chosenType());

// Text where the type is text; otherwise a file.
function showType() {
  one('text-field').hidden = isFile();
  one('file-field').hidden = !isFile();
  one('example').hidden = isFile() || chosenType() !== 'application/json' || chosen().example === null;
  showCurl();
}

function showMethod() {
  const method = chosen();
  const types = method.takes.length ? method.takes : ['application/json'];
  one('type').replaceChildren(...types.map(type => make('option', type)));
  one('type-field').hidden = types.length < 2;
  one('summary').textContent = [method.summary, `Takes ${types.join(' or ')}, up to ${bytes(service.bytes)}`
    + `${method.gives ? `; gives ${method.gives}` : ''}.`].filter(Boolean).join(' ');
  one('body').value = indent(method.example ?? '');
  showType();
}

function showCurl() {
  one('curl').textContent = curlOf({
    url: at(chosen().path),
    type: chosenType(),
    text: one('body').value,
    file: isFile() ? one('file').files[0]?.name ?? 'FILE' : undefined,
    streams: chosen().gives === 'text/event-stream',
    hasToken: one('token').value !== '',
  });
}

async function sendRequest(signal) {
  clearAnswer();
  const started = performance.now();
  try {
    const response = await fetch(at(chosen().path), {
      method: 'POST',
      headers: withToken({ 'Content-Type': chosenType() }),
      body: isFile() ? one('file').files[0] ?? '' : one('body').value,
      cache: 'no-store',
      signal,
    });
    await showAnswer(response, started);
  } catch (failure) {
    showFailure(failure);
  }
}

async function copyCurl() {
  try {
    await navigator.clipboard.writeText(one('curl').textContent);
    one('copied').textContent = 'Copied';
  } catch {
    // Browsers give the clipboard to secure origins alone.
    getSelection().selectAllChildren(one('curl'));
    one('copied').textContent = 'Selected: Ctrl+C copies it';
  }
  setTimeout(() => one('copied').textContent = '', 4000);
}

if (service.methods.length) {
  one('method').append(...service.methods.map(method =>
    make('option', `POST ${method.route}${method.name ? ` (${method.name})` : ''}`)));
  const run = stoppable(one('send'), one('stop'));
  one('request').addEventListener('submit', event => {
    event.preventDefault();
    run(sendRequest);
  });
  one('method').addEventListener('change', showMethod);
  one('type').addEventListener('change', showType);
  for (const field of ['body', 'file', 'token'])
    one(field).addEventListener('input', showCurl);
  one('example').addEventListener('click', showMethod);
  one('copy').addEventListener('click', copyCurl);
  sendOnCtrlEnter(one('body'), one('request'));
  showMethod();
} else {
  one('request-section').hidden = true;
}
