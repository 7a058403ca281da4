// For a POSIX shell.
const quote = text => `'${text.replaceAll("'", "'\\''")}'`;

// The token is not in it: what is copied ends up in histories and chats.
function curlOf({ url, type, text, file, streams, hasToken }) {
  const parts = [`curl${streams ? ' -N' : ''} ${quote(url)}`];
  if (hasToken)
    parts.push('-H "Authorization: $EAS_TOKEN"');
  // For curl a body that begins with @ is the name of a file, unless it is told not to look.
  if (type === 'application/json' && !text.startsWith('@')) {
    parts.push(`--json ${quote(text)}`);
  } else {
    parts.push(`-H ${quote(`Content-Type: ${type}`)}`);
    parts.push(file === undefined ? `--data-raw ${quote(text)}` : `--data-binary ${quote(`@${file}`)}`);
  }
  return parts.join(' \\\n  ');
}
