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

  const said = (error) => {
    try {
      const words = \`\${typeof error === 'object' && error !== null ? error.message : error}\`;
      let made = '';
      for (let i = 0; i < words.length && i < 300; i++) made += words[i];
      return made;
    } catch {
      return 'an error without words';
    }
  };

  const answer = writer();
  return (f, input) => {
    let after = false;
    try {
      const inputs = read(input);
      const result = apply(f, undefined, inputs);
      answer.begin();
      answer.value(result, 8);
      after = true;
      answer.value(inputs, 8);
    } catch (error) {
      answer.begin();
      if (error === stop) { answer.put(8); answer.put(after ? 11 : why); }
      else { answer.put(9); answer.text(said(error)); }
    }
    return answer.end();
  };
`;
