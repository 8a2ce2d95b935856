/** How the learner's function is called, and how it calls a function that was handed in. */
export const calling = `
  const asked = writer();
  const wrapper = (which) => {
    const made = (...inputs) => {
      asked.begin();
      try {
        asked.value(inputs, 8);
      } catch (error) {
        throw error === stop ? new TypeFault('it takes numbers and lists of numbers') : error;
      }
      return read(host(which, asked.end()));
    };
    note(wrappers, made);
    return made;
  };

  const short = (of) => {
    const words = \`\${of}\`;
    let made = '';
    for (let i = 0; i < words.length && i < 300; i++) made += words[i];
    return made;
  };
  const said = (error) => {
    try {
      return short(typeof error === 'object' && error !== null ? error.message : error);
    } catch {
      return 'an error without words';
    }
  };
  const where = (error) => {
    try {
      return typeof error === 'object' && error !== null ? short(error.stack) : '';
    } catch {
      return '';
    }
  };

  // What was given before goes out again with each answer, as it is by then.
  const answer = writer();
  let last;
  return (f, input) => {
    let after = false;
    try {
      const inputs = read(input);
      const result = apply(f, undefined, inputs);
      answer.begin();
      answer.value(result, 8);
      after = true;
      answer.value(inputs, 8);
      after = false;
      answer.value(last, 8);
      last = result;
    } catch (error) {
      answer.begin();
      if (error === stop) { answer.put(8); answer.put(after ? 11 : why); }
      else { answer.put(9); answer.text(said(error)); answer.text(where(error)); }
    }
    return answer.end();
  };
`;
