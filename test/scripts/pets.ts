/** A small OpenAPI document that has something for every layer. */
export const pets = `openapi: 3.1.0
info: { title: Pets, version: 1.0.0 }
servers: [{ url: https://pets.example/v1 }]
paths:
  /pets/{id}:
    get:
      operationId: getPet
      summary: One pet.
      tags: [pets]
      security: []
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
      responses:
        '200':
          description: The pet.
          content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } }
        4XX: { description: No such pet. }
components:
  schemas:
    Pet:
      type: object
      required: [id]
      properties:
        id: { type: string }
        name: { type: string, minLength: 1 }
`

/** {@link pets} with two problems: a type that there is not, and a reference to nothing. */
export const brokenPets = pets
  .replace('id: { type: string }\n        name', 'id: { type: text }\n        name')
  .replace('schemas/Pet', 'schemas/Dog')
