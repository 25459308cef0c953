/** Five tones, each a colour and a shape, always beside a word: nobody has to tell red from green. */
export type Tone = 'neutral' | 'info' | 'good' | 'warn' | 'bad';
