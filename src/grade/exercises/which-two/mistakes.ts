/** Data: what an answer of the exercise may get wrong, and what is said to it. */
export const mistakes = {
  'a name of its own':
    'One of your names is neither a layer of the hall nor a reason of the list. hall.wrong.map(({ name }) => name) prints the names of the layers.',
  'one is missing':
    'There are two. Which other layer has a way back that does not belong to its forward pass?',
  'computes something else':
    'One of your layers computes something else than LayerNorm, and goes back through exactly what it computes. The check compares it with itself, and there it is right. The cell above this exercise has asked all eighteen: whom did it keep?',
  'loses digits':
    'mean(x²) − mean(x)² loses its digits in float32, far from zero. A gradient check runs in float64, with words near zero: there it has digits to spare.',
  'divides by 0':
    'Without ε a word of equal numbers gives NaN. A gradient check draws random words, and none of those has equal numbers.',
  'forgets a parameter':
    'A layer that ignores a parameter, or its differences, finds the gradient that belongs to that: nudging shows 0 just where the way back says 0. The check cannot know that it should be there.',
  'a reason is missing':
    'The two layers are right. Add a reason for each: the first reason belongs to the first layer, the second to the second.',
  'reasons exchanged':
    'Both reasons are right, each for the other layer: the first reason belongs to the first layer of your list. Which of the two has a right y?',
  'its y is wrong':
    'The y of "cut off" is right to the last digit; beside a right layer you could not tell it apart. Only its way back is not: what does it leave out?',
  'not why it is cut off':
    'Think of what "cut off" does: mean and deviation depend on x, and are treated as if they did not. What does nudging see that its way back does not?',
  'a wrong y is enough':
    'Wrong numbers are never enough: sixteen layers have those, or could, and pass. What does rounding to three digits do to the slope, if x moves by 0.00001?',
  'not why float16':
    'Follow "float16" when x moves by 0.00001: mean and deviation keep three digits, so mostly they do not move at all, and then they jump. What does its way back believe?',
} as const;

/** The name of a mistake. */
export type Mistake = keyof typeof mistakes;
