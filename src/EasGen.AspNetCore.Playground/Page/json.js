const jsonTokens = /"[^"\\]*(?:\\.[^"\\]*)*"?|[{}[\],:]|[^\s{}[\],:"]+/gs;

// .NET escapes what HTML or another script might read in its own way; here it can be read.
const readable = token => token[0] !== '"' ? token : token.replace(/\\(?:u([0-9a-f]{4})|.)/gis, (escape, hex) => {
  const letter = hex ? String.fromCharCode(parseInt(hex, 16)) : '';
  return /[^\p{Cc}\p{Cf}\p{Z}"\\]/u.test(letter) ? letter : escape;
});

// Indents a text of JSON. Numbers stay as they are written, since JavaScript cannot hold each of them. Ends soon after the most characters.
function indent(json, most = Infinity) {
  let [text, depth, before] = ['', 0, ''];
  for (const [token] of json.matchAll(jsonTokens)) {
    if (text.length > most)
      break;
    const opened = before === '{' || before === '[';
    const closes = token === '}' || token === ']';
    if (closes)
      depth--;
    if (closes ? !opened : opened || before === ',')
      text += `\n${'  '.repeat(depth)}`;
    text += token === ':' ? ': ' : readable(token);
    if (token === '{' || token === '[')
      depth++;
    before = token;
  }
  return text;
}
