declare module 'natural/lib/natural/stemmers/porter_stemmer_no.js' {
  /** `natural`'s Norwegian Porter stemmer; only what is used here is declared. */
  const stemmer: { readonly stem: (word: string) => string };
  export default stemmer;
}
