export const possiblyUndefined = 2532;

/** Of a cell with complex numbers, after what is said of arithmetic. */
export const complexHint = 'Of a `Complex` number it is `a.add(b)`.';
/** Of a value that a function hands back. */
export const returnHint = 'The function hands back a value of another type than it promises.';

/** One plain sentence for each of the type errors that a learner meets most often, by the compiler's number. */
export const typeHints: Readonly<Record<number, string>> = {
  1002: 'A text in quotes ends on the line it began on; use backquotes `…` for a text of several lines.',
  1003: 'A name is missing here, or a word stands where only a name may.',
  1005: 'A sign is missing here: look for an unclosed bracket, brace or quote just before this place.',
  1109: 'A value is missing here: an operator, comma or bracket stands where a value should.',
  1128: 'Something does not belong here: look for one closing bracket or brace too many just before this place.',
  1155: '`const` needs its value at once: write `const name = value`, or `let` to give it later.',
  1308: '`await` works at the top of a cell and in functions marked `async`: write `async` before the function.',
  2300: 'Two things in this cell have the same name: rename one, or put it into another cell.',
  2304: 'Nothing has this name yet: check the spelling, run the cell that makes it, or import it. A new name needs `const`, as in `const x = 3`, or `let` if it shall change, as in `for (let i = 0; …)`.',
  2305: 'The module exists but offers nothing of this name: check the spelling; pressing Tab inside the braces lists what it offers.',
  2307: 'No such module: check the spelling and the path; the library is called `normlab`.',
  2322: 'The value on the right has another type than the name on the left was promised.',
  2339: 'A value of this type has no such property or method: check the spelling; pressing Tab after the dot lists what it has.',
  2345: 'A function was handed a value of another type than it takes: compare both types in the message.',
  2349: 'This is not a function, so it cannot be called with `()`.',
  2353: 'The object has a property that is not expected there: check its spelling.',
  2355: 'The function promises a value: end it with `return value`.',
  2362: 'Tensors have no + − × ÷: write `add(a, b)`, `sub`, `mul` or `div`. Arithmetic signs need numbers, and the left side is something else.',
  2363: 'Tensors have no + − × ÷: write `add(a, b)`, `sub`, `mul` or `div`. Arithmetic signs need numbers, and the right side is something else.',
  2365: 'Tensors have no + − × ÷: write `add(a, b)`, `sub`, `mul` or `div`. This sign does not work between the two types that the message names.',
  2367: 'These two can never be equal, because their types have nothing in common.',
  2448: 'The name is used before the line that makes it: move that line up.',
  2451: 'Two variables of this cell have the same name: rename one (a later cell may use the name again).',
  2454: 'The variable is read before it was given a value.',
  2488: 'There is nothing here to go through one by one. The numbers of a tensor or an array are `x.data`, as in `for (const value of x.data)`.',
  2531: 'This may be `null`: check for it first, with `if (value !== null)`.',
  [possiblyUndefined]:
    'This may be `undefined`: say what stands in for it, as in `value ?? 1`, or write `value!` where you know that it is there.',
  2559: 'Options go in braces with their names, as in `mean(x, { axis: -1 })`; compare the names in the message.',
  2538: 'A list is asked for one place at a time: `order.map((place) => items[place])`.',
  2551: 'A value of this type has no such property; the message names one that is spelt almost the same.',
  2552: 'Nothing has this name yet: run the cell that makes it, or write `const` before a new name (`let` if it shall change). If it is misspelt, the message names one that is similar.',
  2554: 'The function takes another number of arguments: compare the two numbers in the message.',
  2555: 'The function needs more arguments: compare the two numbers in the message.',
  2588: '`const` names keep their value: make it with `let` if it shall change.',
  2739: 'The object lacks properties that its type asks for: the message lists them.',
  2741: 'The object lacks a property that its type asks for: the message names it.',
  2769: 'None of the ways to call this function fits these arguments: check their number, order and types.',
  7005: 'Say what the list will hold where it is made, as in `const heard: number[] = []`.',
  7006: 'Say what type the parameter has, as in `(x: number) => …`.',
  7031: 'Say what type the parameter has, as in `({ x }: { x: number }) => …`.',
  7034: 'Say what the list will hold, as in `const heard: number[] = []`.',
  7053: 'The object has no entries for keys of this type: use a key that it has. A tensor gives one number as `x.data[i]` and rows by `slice`.',
  18046:
    'The type of this value is not known yet: check it first, for example with `typeof` or `instanceof`.',
  18047: 'This may be `null`: check for it first, with `if (value !== null)`.',
  18048:
    'This may be `undefined`: say what stands in for it, as in `value ?? 1`, or write `value!` where you know that it is there.',
};
