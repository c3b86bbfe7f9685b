"""The knowledge base without any site generator: texts in, values, findings and Markdown out.

Floors, imports point strictly down and siblings do not see each other::

    text  <-  model  <-  parse  <-  load | resolve | compare  <-  check | render  <-  edges

`model` holds the nouns: read it first.
"""
