/** 说明, numbered. */
export const Notes = ({ notes }: { readonly notes: readonly string[] }) => (
  <ol className="notes">
    {notes.map((note) => (
      <li key={note}>{note}</li>
    ))}
  </ol>
);
