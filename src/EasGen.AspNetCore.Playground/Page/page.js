// Texts of the service are only ever set as text, and the policy of the page refuses anything else.
const service = JSON.parse(document.getElementById('service').textContent);

// Where the page is, with a slash at the end, whatever a proxy has put in front of it.
const here = new URL(location.href);
here.search = here.hash = '';
here.pathname = here.pathname.replace(/\/?$/, '/');

const at = path => new URL(path, here).href;

const one = id => document.getElementById(id);

const say = (element, text, state) => {
  element.textContent = text;
  if (state)
    element.dataset.state = state;
  else
    delete element.dataset.state;
};

const make = (name, text = '', className = '') => {
  const element = document.createElement(name);
  element.textContent = text;
  element.className = className;
  return element;
};

// The token stays in its field: it is neither stored nor shown. All that is asked of the service has it.
const withToken = (headers = {}) => one('token').value ? { ...headers, Authorization: one('token').value } : headers;

const milliseconds = since => `${Math.round(performance.now() - since)} ms`;

const bytes = count => count < 1000 ? `${count} bytes` : count < 1e6 ? `${(count / 1e3).toFixed(1)} kB` : `${(count / 1e6).toFixed(1)} MB`;

// Follows what is added at the end, unless the reader has scrolled away from it.
const append = (scrolled, add) => {
  const follows = scrolled.scrollHeight - scrolled.scrollTop - scrolled.clientHeight < 40;
  add();
  if (follows)
    scrolled.scrollTop = scrolled.scrollHeight;
};

const sendOnCtrlEnter = (area, form) => area.addEventListener('keydown', event => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
    form.requestSubmit();
});

// One request at a time, which its button can stop.
const stoppable = (send, stop) => {
  let running = null;
  stop.addEventListener('click', () => running?.abort());
  return async act => {
    if (running)
      return;
    running = new AbortController();
    send.disabled = true;
    stop.disabled = false;
    try {
      await act(running.signal);
    } finally {
      // The keyboard's focus is not left on a button that is disabled.
      const wasOnStop = document.activeElement === stop;
      running = null;
      send.disabled = false;
      stop.disabled = true;
      if (wasOnStop)
        send.focus();
    }
  };
};

one('address').textContent = here.href;
if (service.reference) {
  one('reference').href = at(service.reference);
  one('reference').hidden = false;
}
