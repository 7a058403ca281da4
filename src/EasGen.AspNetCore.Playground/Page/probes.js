const cards = service.probes.map(probe => {
  const card = one('probes').appendChild(make('li'));
  const head = card.appendChild(make('div'));
  head.append(make('h3', probe.names.join(', ')));
  const word = head.appendChild(make('span', 'Asking …', 'word'));
  card.append(make('code', probe.route));
  const foot = card.appendChild(make('div'));
  const detail = foot.appendChild(make('p'));
  const history = foot.appendChild(make('div', '', 'history'));
  history.setAttribute('aria-hidden', 'true');
  return { probe, word, detail, history, state: 'unknown' };
});

async function askProbe(card) {
  const started = performance.now();
  let [word, state, detail] = ['Unreachable', 'red', 'No answer.'];
  try {
    const response = await fetch(at(card.probe.path), {
      headers: withToken(), cache: 'no-store', signal: AbortSignal.timeout(10_000),
    });
    const answer = await response.json().catch(() => null);
    word = answer?.status ?? response.statusText;
    state = !response.ok ? 'red' : answer?.status === 'Degraded' ? 'amber' : 'green';
    detail = [`${response.status} in ${milliseconds(started)}`, answer?.description].filter(Boolean).join(': ');
  } catch (failure) {
    if (failure.name === 'TimeoutError')
      detail = 'No answer within 10 s.';
  }
  card.state = state;
  say(card.word, String(word), state);
  card.detail.textContent = detail;
  const tick = make('i');
  tick.dataset.state = state;
  card.history.append(tick);
  if (card.history.childElementCount > 60)
    card.history.firstChild.remove();
}

// What the three together mean for callers.
function summary() {
  const of = name => cards.find(card => card.probe.names.includes(name))?.state;
  if (cards.every(card => card.word.textContent === 'Unreachable'))
    return ['Unreachable', 'red'];
  if (of('Startup') === 'red')
    return ['Starting', 'amber'];
  if (of('Liveness') === 'red')
    return ['Not alive', 'red'];
  if (of('Readiness') === 'red')
    return ['Not ready', 'red'];
  return cards.some(card => card.state === 'amber') ? ['Degraded', 'amber'] : ['Ready', 'green'];
}

function showState() {
  const [word, state] = summary();
  // A status that is said again is read out again.
  if (one('state').textContent !== word)
    say(one('state'), word, state);
}

async function askProbes() {
  await Promise.all(cards.map(askProbe));
  showState();
}

async function keepAsking() {
  if (one('asking').checked && !document.hidden)
    await askProbes();
  setTimeout(keepAsking, 2000);
}

if (cards.length)
  keepAsking();
else
  one('probes').closest('section').hidden = true;
