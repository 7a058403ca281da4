const jsonTokens = /"[^"\\]*(?:\\.[^"\\]*)*"?|[{}[\],:]|[^\s{}[\],:"]+/gs;

// Indents a text of JSON, and leaves each token as it is written: JavaScript cannot hold each number. Ends soon after the most characters.
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
    text += token === ':' ? ': ' : token;
    if (token === '{' || token === '[')
      depth++;
    before = token;
  }
  return text;
}
