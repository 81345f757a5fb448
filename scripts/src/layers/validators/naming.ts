/** PascalCase of a property's name, for the functions made for its schema; `Property` where nothing is left of it. */
export function pascalCase(property: string): string {
  const words = property.split(/[^A-Za-z0-9]+/).filter(Boolean)
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('') || 'Property'
}

/** The function of a recursive schema that is told how deep it is in the value: `isTreeAtDepth` of `isTree`. */
export function atDepth(functionName: string): string {
  return `${functionName}AtDepth`
}
