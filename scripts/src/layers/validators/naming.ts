/** PascalCase of a property's name, for the functions made for its schema; `Property` where nothing is left of it. */
export function pascalCase(property: string): string {
  const words = property.split(/[^A-Za-z0-9]+/).filter(Boolean)
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('') || 'Property'
}
